import { determiners, houses, places, stops } from './head-lexicon.ts'
import type { Token } from './head-tokens.ts'
import { isRoleWord } from './role-words.ts'

/** How far the phrases of a captured line go: a place, a house, a role. */

const joining = new Set([
  'of',
  'de',
  'del',
  'du',
  'des',
  'da',
  'do',
  'von',
  'to',
  'nach',
  'for',
  'fur',
  'para',
  'pour',
  'and',
  'y',
  'und',
  'et',
  '&',
  'e',
  'la',
  'las',
  'el',
  'los',
  'der',
  'die',
  'den',
  'the',
])

function isSmallWord({ folded }: Token): boolean {
  return stops.has(folded) || places.has(folded) || houses.has(folded)
}

/** The token behind a place or a house that begins at `from`: "the night train to Lisbon". */
function phraseEnd(tokens: readonly Token[], from: number): number {
  let at = from + (determiners.has(tokens[from]?.folded ?? '') ? 2 : 1)
  for (let token = tokens[at]; token; token = tokens[at]) {
    const isJoined = joining.has(token.folded) && !endsAPhrase(tokens[at + 1])
    if (!isJoined && (endsAPhrase(token) || isSmallWord(token) || joining.has(token.folded))) break
    at += isJoined ? 2 : 1
  }
  return Math.min(at, tokens.length)
}

/** The token behind a place: "the queue at the post office" is one, "the lobby at Acme" is a place and a house. */
export function placeEnd(tokens: readonly Token[], from: number): number {
  const end = phraseEnd(tokens, from)
  const [joint, article, noun] = tokens.slice(end, end + 3)
  const isPlace = joint !== undefined && (places.has(joint.folded) || joint.folded === 'of')
  const goesOn =
    isPlace && determiners.has(article?.folded ?? '') && /^\p{Ll}/u.test(noun?.text ?? '')
  return goesOn && noun && !isRoleWord(noun.text) ? phraseEnd(tokens, end + 1) : end
}

/** The token behind the name of a house: "Museo del Prado", "the city hospital", "Acme" before small letters. */
export function nameEnd(tokens: readonly Token[], from: number): number {
  const end = phraseEnd(tokens, from)
  if (!/^[\p{Lu}\p{Lt}]/u.test(tokens[from]?.text ?? '')) return end
  const over = tokens.findIndex(
    (token, at) =>
      at > from && at < end && /^\p{Ll}/u.test(token.text) && !joining.has(token.folded),
  )
  return over === -1 ? end : over
}

function endsAPhrase(token: Token | undefined): boolean {
  return !token || stops.has(token.folded) || isRoleWord(token.text) || isClock(token)
}

/** "10:30", "14/03". */
function isClock({ text }: Token): boolean {
  return /^\d{1,2}[:.h/]\d/u.test(text)
}

/** Where a role begins, and where the word that tells it is one stands. */
export interface RoleStart {
  readonly from: number
  readonly work: number
}

const filler =
  /^(?:who|is|does|did|hace|fait|macht|faz|a|an|un|una|une|ein|eine|um|uma|es|est|ist|e|as|als|como|comme|now|works|she's|he's|the|qui|que|my|mi|mon|ma|mein|meine|meu|minha|el|la|le|die|der|he|she|ella|elle|sie|er|ela|ele|y|and)$/

/**
 * A role that begins here: a word for work within reach, with plain words before it ("senior UX"), or any
 * plain words that open a clause and stand before "at" and its kin ("paper conservation at Acme").
 */
export function roleStartsAt(
  tokens: readonly Token[],
  at: number,
  { reach, opensClause }: { readonly reach: number; readonly opensClause: boolean },
): RoleStart | null {
  const from = opensClause ? behindFiller(tokens, at) : at
  let work = from
  while (work < from + reach && isPlainWord(tokens[work])) work++
  const token = tokens[work]
  if (!token) return null
  if (isRoleWord(token.text)) return { from, work }
  const trade = opensClause ? tradeAt(tokens, from) : -1
  if (trade !== -1) return { from, work: trade }
  const standsBeforeHouse =
    opensClause && work > from && /^(?:at|@|bei|beim|chez)$/.test(token.folded)
  return standsBeforeHouse ? { from, work: work - 1 } : null
}

const tradeEnding =
  /(?:[^aeiou]er|or|ist|ista|ian|eur|euse|iere|ier|eira|eiro|ero|dora|trice|triz|loge|logue|nomo|noma)$/

/** "glass blower", "bass player": where one to three small words end as words for work do. */
function tradeAt(tokens: readonly Token[], from: number): number {
  let end = from
  while (end < from + 3 && isSmallPlainWord(tokens[end])) end++
  const last = end > from ? (tokens[end - 1]?.folded ?? '') : ''
  return tradeEnding.test(last) && !notTrades.test(last) ? end - 1 : -1
}

function isSmallPlainWord(token: Token | undefined): boolean {
  return token !== undefined && isPlainWord(token) && /^\p{Ll}{3,}$/u.test(token.text)
}

const notTrades =
  /^(?:later|earlier|after|over|under|other|together|dinner|summer|winter|number|weather|better|never|ever|paper|letter|for|primeiro|dinheiro|janeiro|fevereiro|primero|dinero|pero|enero|febrero|premier|dernier|hier|papier|february|nuestro|leider|immer|aber|oder|wieder|sommer|unter)$/

function behindFiller(tokens: readonly Token[], at: number): number {
  let from = at
  while (filler.test(tokens[from]?.folded ?? '')) from++
  return from
}

function isPlainWord(token: Token | undefined): boolean {
  return token !== undefined && !isSmallWord(token) && !isRoleWord(token.text)
}

const roleJoins = /^(?:of|de|del|da|do|du|for|fur|fuer|pour|para|and|y|und|et|e|&|in)$/

/** The token behind a role: "head of UX", "profesora de piano", "UX research lead"; not the house behind. */
export function roleEndAt(tokens: readonly Token[], work: number): number {
  let at = work + 1
  for (let token = tokens[at]; token; token = tokens[at]) {
    const next = tokens[at + 1]
    if (roleJoins.test(token.folded) && next && belongsToRole(next)) at += 2
    else if (!roleJoins.test(token.folded) && belongsToRole(token)) at++
    else break
  }
  return at + lengthOfRest(tokens.slice(at, at + 3))
}

/** "à la retraite", "im Ruhestand", "en paro": how somebody stands to their work belongs to it. */
function lengthOfRest(tokens: readonly Token[]): number {
  const words = tokens.map((token) => token.folded).join(' ')
  return (
    /^(?:a la retraite|im ruhestand|en retraite|in rente|de baja|in training|en formation)/
      .exec(words)?.[0]
      .split(' ').length ?? 0
  )
}

function belongsToRole(token: Token): boolean {
  return (
    isRoleWord(token.text) ||
    (/^\p{Ll}(?!['’]\p{Lu})/u.test(token.text) &&
      !isSmallWord(token) &&
      !determiners.has(token.folded))
  )
}
