import type { Span } from './lines.ts'
import { type FoundMark, isBlank, lockAt, markAt } from './marks.ts'

/** A captured line, and where its fields and topics begin. */
export interface Surrounding {
  readonly text: string
  readonly line: Span
  readonly tagStarts: ReadonlySet<number>
  readonly isFrench: boolean
}

/** A sign that could begin a thought behind another. */
export interface Place {
  readonly mark: FoundMark
  /** A stop or a tag stands straight before it. */
  readonly isBehindStop: boolean
  /** The words of the thought so far. */
  readonly words: Span
}

/**
 * Whether a sign in a captured line is only a sign, and no mark:
 * 1. no words follow it: the end, a tag or another mark comes next (a closing quotation mark, a French " !");
 * 2. `= + < > $` has a number or an amount behind it ("salary > 50k", "about $ 40k"); straight behind a stop
 *    or a tag only if the number is all there is;
 * 3. `! ?` stands behind a no-break space, or in French before a capital: "Vous êtes sûre ? Moi non";
 * 4. `= + < >` has one word behind it, and not a name of its own: "people = product", "C++ + Rust";
 * 5. `= +` has one word before it, and behind it neither a full name nor somebody's ("her colleague Awa Diop"):
 *    "portfolio = everything".
 * The last three do not count behind a stop or a tag, where a mark is meant.
 */
export function isOnlyASign(around: Surrounding, place: Place): boolean {
  const sign = place.mark.mark
  const behind = wordsBehind(around, place.mark)
  if (behind.length === 0) return true
  if (sign === '"') return false
  if (sign === '!' || sign === '?') {
    return !place.isBehindStop && endsAFrenchSentence(around, place.mark, behind)
  }
  const isAmount = /^[\p{Sc}+-]?\d/u.test(behind[0] ?? '') && !isCountOf(around.text, place, behind)
  if (isAmount) return !place.isBehindStop || behind.length === 1
  return !place.isBehindStop && sign !== '$' && isBetweenShortThings(around.text, place, behind)
}

/** "… La Caf = 300 dossiers par tête": behind a sentence a number of something is a fact. */
function isCountOf(text: string, { mark, words }: Place, behind: readonly string[]): boolean {
  const before = text.slice(Math.max(words.start, words.end - 80), words.end).split(/\s+/u)
  const isOfWords = /^\p{L}{2,}|^\p{L} /u.test(behind.slice(1).join(' '))
  return mark.mark === '=' && before.length >= 4 && isOfWords
}

function endsAFrenchSentence(
  { text, isFrench }: Surrounding,
  mark: FoundMark,
  behind: readonly string[],
): boolean {
  if (/[\u00a0\u202f]/.test(text.charAt(mark.at - 1))) return true
  return isFrench && /^(?:\p{Lu}(?!\p{Lu})|[«“"])/u.test(behind[0] ?? '')
}

function isBetweenShortThings(
  text: string,
  { mark, words }: Place,
  behind: readonly string[],
): boolean {
  const before = text.slice(Math.max(words.start, words.end - 80), words.end).split(/\s+/u)
  const last = before.at(-1) ?? ''
  const isPerson = mark.mark === '+' && isNameLike(behind[0])
  if (behind.length === 1) return !isPerson || /^\p{Lu}|[^\p{L}\p{M}\p{N}'’-]$/u.test(last)
  if (mark.mark !== '=' && mark.mark !== '+') return false
  const isSomebodys = mark.mark === '+' && !isPerson && behind.slice(1).some(isNameLike)
  return before.length === 1 && !isSomebodys && !(isPerson && isNameLike(behind[1]))
}

/**
 * Whether a sign in the middle of an unmarked beginning, with no stop before it, can be nothing but a mark: two
 * words or more stand behind it, and they begin as a thought does.
 * - `! ?` before a small letter; before a capital only behind three words, and never in French, where a space
 *   stands before the sign that ends a sentence;
 * - `< > $` not between numbers; `=` behind two words; `"` always;
 * - `+` joins those who were there, but behind more than a name it leads to somebody of theirs, and behind a word
 *   for knowing or recommending to whoever is named.
 */
export function beginsInTheOpen(around: Surrounding, { mark, words }: Place): boolean {
  const behind = wordsBehind(around, mark)
  const [first = ''] = behind
  const said = around.text.slice(words.start, words.end).trim()
  if (mark.mark === '+') {
    const rest = around.text.slice(mark.next, Math.min(around.line.end, mark.next + 200))
    return leadsToAnother(said, behind) || isDescribed(said, rest)
  }
  if (!isThoughtBehind(around, mark, behind)) return false
  const before = said.split(/\s+/u)
  if (mark.mark === '!' || mark.mark === '?') return beginsASaying(around, mark, { first, said })
  const isWord = beginsWithWord(around, { mark, words, isBehindStop: false }, behind)
  const isBehindNumber = /^\p{Sc}?\d[\d.,]*%?$/u.test(before.at(-1) ?? '')
  const isSaid = isWord && !isBehindNumber
  return mark.mark === '"' || (isSaid && (mark.mark !== '=' || before.length >= 2))
}

const theirs =
  /^(?:his|her|their|su|sus|son|sa|leur|ihre?n?|seine?n?|deren|dessen|seu|sua)$|^del[ae]s?$/iu
const moreThanName =
  /[,;:(]|\s(?:at|@|from|for|works|is|does|de|del|en|es|chez|est|bei|beim|von|vom|aus|ist|da|do|na|no|é)\s/iu
const recommends =
  /(?<!\p{L})(?:recommend|suggest|knows|introduc|refer|recomend|recomiend|indic(?:a|ou|ó)|conoce|conhece|connai|conna[iî]t|conseil|kennt|empfiehlt|empfahl)/iu

/** What somebody says goes on with whom they named. */
const tells =
  /(?<!\p{L})(?:mentioned|mentions|about|named|spoke of|habl[oó] de|parl[eé] d[eu]|falou(?:-me)?(?: d[eao])?|nannte|nennt|erwähnte?|sprach von|dicho|says|said|dice|dijo|diz|disse|dit|sagt|sagte|meint)(?: que| dass| that)?$/iu

/** "… at the Met Office + her manager Colin", "seu Zé indicou + Neusa": only "with Ana + Ben" were both there. */
function leadsToAnother(said: string, behind: readonly string[]): boolean {
  if (behind.length > 1 && tells.test(said)) return true
  if (!behind.some(isNameLike)) return false
  if (recommends.test(said.slice(-60)) || tells.test(said)) return true
  return behind.slice(0, 3).some((word) => theirs.test(word)) && moreThanName.test(said)
}

/** "… headteacher at Parkside + Tom Reid, runs the unit": with words of their own and no colon behind. */
const ownWords =
  /^\p{Lu}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]*){0,3}, (?!(?:both|all|amb[oa]s|tous|toutes|beide)(?!\p{L}))[^:?!<>"“«#%+]+(?:$|[?!<>"“«#%+])/u

function isDescribed(said: string, rest: string): boolean {
  return /,/u.test(said) && ownWords.test(rest)
}

function beginsWithWord({ text }: Surrounding, place: Place, behind: readonly string[]): boolean {
  return /^\p{L}/u.test(behind[0] ?? '') || isCountOf(text, place, behind)
}

/** Two words or more, or one and its field. */
function isThoughtBehind(around: Surrounding, mark: FoundMark, behind: readonly string[]): boolean {
  return behind.length >= 2 || isTagged(around, mark, behind[0] ?? '')
}

/** "… von Airbus ? Auslandssemester #luftfahrt": one word, and its field. */
function isTagged({ text, tagStarts }: Surrounding, mark: FoundMark, first: string): boolean {
  const end = mark.next + first.length
  return /^\p{L}[\p{L}\p{N}'’-]{2,}$/u.test(first) && isBlank(text, end) && tagStarts.has(end + 1)
}

const isAcronym = /^\p{Lu}{2,}$/u

/** Words by which French asks: what stands before the sign is a question, and the sign ends it. */
const asks =
  /(?<!\p{L})(?:est-ce|qui|que|quoi|quel|quelle|comment|où|quand|pourquoi|combien|vous|tu)(?!\p{L})|-(?:tu|vous|il|elle|on|je|ce)(?!\p{L})/iu

function beginsASaying(
  { isFrench }: Surrounding,
  { mark }: FoundMark,
  { first, said }: { readonly first: string; readonly said: string },
): boolean {
  const isSmall = /^[\p{Ll}\d]/u.test(first)
  if (isFrench) return (isSmall || isAcronym.test(first)) && (mark === '!' || !asks.test(said))
  return isSmall || said.split(/\s+/u).length >= 3
}

const longestQuote = 1000
const quotations: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '”': '”',
  '「': '」',
  '『': '』',
}

/** Words in quotation marks that touch them: `"we hire for curiosity"`; two words or more. */
export function gluedQuoteAt(text: string, at: number, end: number): FoundMark | null {
  const closers = quotations[text.charAt(at)]
  if (closers === undefined || isBlank(text, at + 1)) return null
  let close = at + 1
  while (close < Math.min(end, at + longestQuote) && !closers.includes(text.charAt(close))) close++
  const isClosed = close < end && closers.includes(text.charAt(close))
  const isQuote = isClosed && /\S\s+\S/u.test(text.slice(at + 1, close))
  return isQuote ? { mark: '"', at, next: at + 1 } : null
}

function isNameLike(word = ''): boolean {
  return /^[\p{Lu}\p{Lo}@]/u.test(word)
}

/** The words behind a sign, up to the end, the next tag or the next sign that could be a mark; five are enough. */
function wordsBehind({ text, line, tagStarts }: Surrounding, mark: FoundMark): string[] {
  const words: string[] = []
  for (let at = mark.next; at < line.end && words.length < 5;) {
    if (tagStarts.has(at) || markAt(text, at, line.end) || lockAt(text, at, line.end) !== null)
      break
    let end = at
    while (end < line.end && !isBlank(text, end)) end++
    words.push(text.slice(at, end))
    at = end
    while (at < line.end && isBlank(text, at)) at++
  }
  return words
}
