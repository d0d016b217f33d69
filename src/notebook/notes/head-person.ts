import { isWeekday } from './head-days.ts'
import type { FoundPerson } from './head-found.ts'
import { companions, determiners, media, meetings, places } from './head-lexicon.ts'
import { type Lead, personAt, type Reading, type Someone } from './head-names.ts'
import { atTheStart } from './head-start.ts'
import { isCaseless, phraseLength, phrases, type Token } from './head-tokens.ts'
import { foldedAt, isNameLike } from './head-words.ts'
import { beginsLikeAName, knownNameAt } from './names.ts'
import { isRoleWord } from './role-words.ts'

const meetingPhrases = phrases(meetings)
const companionPhrases = phrases(companions)
const mediaPhrases = phrases(media)

/**
 * Whom a captured line is about. The first that is found, in this order:
 * 1. an `@Name`;
 * 2. after words of meeting ("met", "café con", "rencontré"), or after "with" and its kin: a name of the
 *    notebook, a capitalised name, a name in a script without capitals, a name typed small, or a
 *    description ("my uncle's neighbour");
 * 3. a full name after a bare word for a talk ("Zoom Ana Ruiz");
 * 4. a name that begins the line and is followed by what follows names;
 * 5. two capitalised words or more after a day word or a comma;
 * 6. a name of the notebook anywhere.
 */
export function findPerson(reading: Reading): FoundPerson | null {
  return (
    tagged(reading) ??
    afterMeetingWords(reading) ??
    afterMedium(reading) ??
    atTheStart(reading) ??
    alongTheLine(reading) ??
    knownAnywhere(reading)
  )
}

function tagged(reading: Reading): FoundPerson | null {
  const at = reading.tokens.findIndex((token) => token.tag?.kind === 'person')
  const found = at === -1 ? null : personAt(reading, at, 'met')
  return found && { ...found, from: at, met: meetingBefore(reading.tokens, at) }
}

function meetingBefore(tokens: readonly Token[], end: number): string {
  for (let at = Math.max(0, end - 5); at < end; at++) {
    const length = meetingLength(tokens, at)
    if (length > 0 && at + length === end) return foldedWords(tokens, at, end)
  }
  return ''
}

function meetingLength(tokens: readonly Token[], at: number): number {
  return phraseLength(tokens, at, meetingPhrases) || phraseLength(tokens, at, companionPhrases)
}

function foldedWords(tokens: readonly Token[], from: number, to: number): string {
  const words = tokens.slice(from, to).map((token) => token.folded)
  return words.join(' ')
}

function afterMeetingWords(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  for (let at = 0; at < tokens.length; at++) {
    const length = meetingLength(tokens, at)
    const found = length > 0 ? personMetAt(reading, at, length) : null
    if (found) return found
  }
  return null
}

function personMetAt(reading: Reading, at: number, length: number): FoundPerson | null {
  const { tokens } = reading
  const isMeeting = phraseLength(tokens, at, meetingPhrases) > 0
  const next = behindDay(tokens, at + length)
  const name = isMeeting ? behindPlace(tokens, next) : next
  const found = personAt(reading, name, isMeeting ? 'met' : companyLead(tokens, at))
  if (!found || !isMeant(tokens, at, found) || isCompanys(tokens, found)) return null
  const met = meetingWords(tokens, at, at + length)
  return { ...found, from: name > next ? name : at, met }
}

/** "with" at the start of a sentence, or behind a word for a talk, leads to a person more surely than along the line. */
function companyLead(tokens: readonly Token[], at: number): Lead {
  const isFirst = at === 0 || tokens[at - 1]?.kind === 'break' || isBehindMedium(tokens, at)
  return isFirst ? 'leading' : 'along'
}

/** "hab Ole beim Sport getroffen" is a meeting by its last word. */
function meetingWords(tokens: readonly Token[], from: number, to: number): string {
  const words = foldedWords(tokens, from, to)
  return /^(?:habe?|bin)$/.test(words) ? 'getroffen' : words
}

/** "cafe rapido con laura": a word for a talk, and one that says how it was. */
function isBehindMedium(tokens: readonly Token[], at: number): boolean {
  return at <= 3 && phraseLength(tokens, Math.max(0, at - 2), mediaPhrases) > 0
}

/** "traf in der Schlange einen Feuerwehrmann", "met on the train Ana Ruiz": past where it was. */
function behindPlace(tokens: readonly Token[], at: number): number {
  const isPlace = places.has(foldedAt(tokens, at)) && determiners.has(foldedAt(tokens, at + 1))
  if (!isPlace || !/^\p{L}/u.test(tokens[at + 2]?.text ?? '')) return at
  const name = at + (/^(?:a|al)$/.test(foldedAt(tokens, at + 3)) ? 4 : 3)
  const isSomebody = isNameLike(tokens[name]?.text ?? '') || determiners.has(foldedAt(tokens, name))
  return isSomebody ? name : at
}

/** "conocí ayer a Teresa": past a day, and the small word before the name. */
function behindDay(tokens: readonly Token[], at: number): number {
  if (!dayWords.test(tokens[at]?.folded ?? '')) return at
  return /^(?:a|al|ao|con|com|mit|avec|with|to)$/.test(tokens[at + 1]?.folded ?? '')
    ? at + 2
    : at + 1
}

/** "rencontre fortuite avec Aurélie": a small word before "with" is no name. */
function isCompanys(tokens: readonly Token[], found: Someone): boolean {
  const [word, behind] = tokens.slice(found.next - 1, found.next + 1)
  const isSmall = found.name !== null && !found.known && /^\p{Ll}/u.test(word?.text ?? '')
  return isSmall && /^(?:with|con|avec|mit|com)$/.test(behind?.folded ?? '')
}

/** "Zoom Ana Ruiz": without "with" only a full name with capitals, or one of the notebook, will do. */
function afterMedium(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  for (const [at, token] of tokens.entries()) {
    const name = at + 1
    if (phraseLength([token], 0, mediaPhrases) === 0 || !isNameLike(tokens[name]?.text ?? ''))
      continue
    const found = personAt(reading, name, 'along')
    if (found?.name && (found.known || found.next - name >= 2)) {
      return { ...found, from: at, met: token.folded }
    }
  }
  return null
}

const germanParticiple =
  /^(?:begegnet|vorgestellt|telefoniert|unterhalten|getroffen|kennengelernt|gesprochen|gesehen|besucht|interviewt|angerufen|wiedergetroffen)$/

/** "habe Ana getroffen" is a meeting, "habe Zeit" is not. */
function isMeant(tokens: readonly Token[], at: number, found: Someone): boolean {
  if (!/^(?:habe?|bin|hat)$/.test(tokens[at]?.folded ?? '')) return true
  return tokens.slice(found.next).some((token) => germanParticiple.test(token.folded))
}

const dayWords =
  /^(?:yesterday|today|tonight|ayer|hoy|gestern|heute|hier|aujourd'hui|ontem|hoje|morning|afternoon|evening|and)$/

function alongTheLine(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  const isGerman = tokens.some((token) => germanParticiple.test(token.folded))
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]
    const isLed = before && (leadsToAName(before) || (isGerman && !places.has(before.folded)))
    if (!isLed || !couldStandAlone(token)) continue
    const found = personAt(reading, at, 'along')
    const isAlone = isGerman && isWeekday(before.folded)
    if (found?.name && (isAlone || found.next - at >= 2)) return { ...found, from: at, met: '' }
  }
  return null
}

function couldStandAlone({ kind, text }: Token): boolean {
  return kind === 'word' && !isRoleWord(text) && isNameLike(text)
}

function leadsToAName({ kind, folded, text }: Token): boolean {
  return kind === 'break' || dayWords.test(folded) || isCaseless(text)
}

function knownAnywhere(reading: Reading): FoundPerson | null {
  const { tokens, text, known } = reading
  const end = tokens.at(-1)?.end ?? 0
  const at = tokens.findIndex(({ kind, start, text: word }) => {
    const found = kind === 'word' ? knownNameAt(text, { start, end }, known) : null
    return found !== null && (found.name.includes(' ') || beginsLikeAName(word))
  })
  const found = at === -1 ? null : personAt(reading, at, 'along')
  return found && { ...found, from: at, met: '' }
}
