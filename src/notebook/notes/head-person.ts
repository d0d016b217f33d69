import { companions, connectors, houses, meetings, places } from './head-lexicon.ts'
import { personAt, type Reading, type Someone } from './head-names.ts'
import { isCaseless, phraseLength, phrases, type Token } from './head-tokens.ts'
import { beginsASentence, beginsLikeAName, knownNameAt } from './names.ts'
import { isRoleWord } from './role-words.ts'

/**
 * Whom a captured line is about. The first that is found, in this order:
 * 1. an `@Name`;
 * 2. after words of meeting ("met", "café con", "rencontré"), or after "with" and its kin: a name of the
 *    notebook, a capitalised name, a name in a script without capitals, a name typed small, or a
 *    description ("my uncle's neighbour");
 * 3. a name that begins the line and is followed by what follows names;
 * 4. two capitalised words or more after a day word or a comma;
 * 5. a name of the notebook anywhere.
 */
export interface FoundPerson extends Someone {
  /** The token with which the words about the meeting and the person begin. */
  readonly from: number
  /** The words of meeting, folded; empty when the line begins with the name. */
  readonly met: string
}

const meetingPhrases = phrases(meetings)
const companionPhrases = phrases(companions)

export function findPerson(reading: Reading): FoundPerson | null {
  return (
    tagged(reading) ??
    afterMeetingWords(reading) ??
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
    if (length === 0) continue
    const isMeeting = phraseLength(tokens, at, meetingPhrases) > 0
    const isFirst = at === 0 || tokens[at - 1]?.kind === 'break'
    const found = personAt(reading, at + length, isMeeting ? 'met' : isFirst ? 'leading' : 'along')
    if (found && isMeant(tokens, at, found)) {
      return { ...found, from: at, met: foldedWords(tokens, at, at + length) }
    }
  }
  return null
}

const germanParticiple =
  /^(?:getroffen|kennengelernt|gesprochen|gesehen|besucht|interviewt|angerufen|wiedergetroffen)$/

/** "habe Ana getroffen" is a meeting, "habe Zeit" is not. */
function isMeant(tokens: readonly Token[], at: number, found: Someone): boolean {
  if (!tokens[at]?.folded.startsWith('hab')) return true
  return tokens.slice(found.next).some((token) => germanParticiple.test(token.folded))
}

function atTheStart(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  const at = tokens.findIndex((token) => token.kind !== 'break')
  const first = tokens[at]
  if (first?.kind !== 'word') return null
  const hasCapital = beginsLikeAName(first.text) || isCaseless(first.text)
  const found = hasCapital ? personAt(reading, at, 'leading') : smallNameAtStart(reading, at)
  if (found === null || found.name === null) return null
  if (found.known) return { ...found, from: at, met: '' }
  const isSure = found.next - at >= 2 || followsAName(tokens[found.next])
  return isSure && !beginsASentence(first.text) ? { ...found, from: at, met: '' } : null
}

const tellingVerb =
  /^(?:told|tells|said|says|dijo|dice|dit|sagt|sagte|disse|diz|works|trabaja|arbeitet)$/

function followsAName(token: Token | undefined): boolean {
  if (!token) return false
  if (token.kind !== 'word') return /^[,:(（：，–—]$/u.test(token.text)
  const isSmallWord = houses.has(token.folded) || places.has(token.folded)
  return isSmallWord || isRoleWord(token.text) || tellingVerb.test(token.folded)
}

/** "ana ruiz, ux at acme": small letters at the start are a name only where a role comes next. */
function smallNameAtStart(reading: Reading, at: number): Someone | null {
  const { tokens } = reading
  if (isRoleWord(tokens[at]?.text ?? '')) return null
  const found = personAt(reading, at, 'met')
  if (!found || found.known || found.name === null) return found
  return tellsRole(tokens.slice(found.next, found.next + 6)) && found.next - at >= 2 ? found : null
}

/** A role follows at once, or somewhere behind a comma. */
function tellsRole([next, ...others]: readonly Token[]): boolean {
  if (next?.kind !== 'break') return isRoleWord(next?.text ?? '')
  return others.some((token) => isRoleWord(token.text))
}

const dayWords =
  /^(?:yesterday|today|tonight|ayer|hoy|gestern|heute|hier|aujourd'hui|ontem|hoje|morning|afternoon|evening|and)$/

function alongTheLine(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]
    const isLed = before?.kind === 'break' || dayWords.test(before?.folded ?? '')
    if (!isLed || token.kind !== 'word' || !isNameLike(token.text)) continue
    const found = personAt(reading, at, 'along')
    if (found?.name && found.next - at >= 2) return { ...found, from: at, met: '' }
  }
  return null
}

function isNameLike(word: string): boolean {
  return beginsLikeAName(word) && !beginsASentence(word)
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

/** "Ana Ruiz and Ben Cole": those joined to the first. */
export function moreNamesAfter(reading: Reading, first: FoundPerson): Someone[] {
  const more: Someone[] = []
  for (let at = first.next; more.length < 5;) {
    const next = connectors.has(reading.tokens[at]?.folded ?? '') ? at + 1 : at
    const found = joinedAt(reading, next, next > at)
    if (!found) break
    more.push(found)
    at = found.next
  }
  return more
}

function joinedAt(reading: Reading, at: number, isJoined: boolean): Someone | null {
  const token = reading.tokens[at]
  if (!token || (token.kind !== 'tag' && !(isJoined && isNameLike(token.text)))) return null
  const found = personAt(reading, at, 'along')
  return found?.name ? found : null
}
