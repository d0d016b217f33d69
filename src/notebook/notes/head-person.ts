import {
  articles,
  companions,
  connectors,
  determiners,
  houses,
  media,
  meetings,
  places,
  relations,
} from './head-lexicon.ts'
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
 * 3. a full name after a bare word for a talk ("Zoom Ana Ruiz");
 * 4. a name that begins the line and is followed by what follows names;
 * 5. two capitalised words or more after a day word or a comma;
 * 6. a name of the notebook anywhere.
 */
export interface FoundPerson extends Someone {
  /** The token with which the words about the meeting and the person begin. */
  readonly from: number
  /** The words of meeting, folded; empty when the line begins with the name. */
  readonly met: string
}

const meetingPhrases = phrases(meetings)
const companionPhrases = phrases(companions)
const mediaPhrases = phrases(media)

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
  /^(?:getroffen|kennengelernt|gesprochen|gesehen|besucht|interviewt|angerufen|wiedergetroffen)$/

/** "habe Ana getroffen" is a meeting, "habe Zeit" is not. */
function isMeant(tokens: readonly Token[], at: number, found: Someone): boolean {
  if (!/^habe?$/.test(tokens[at]?.folded ?? '')) return true
  return tokens.slice(found.next).some((token) => germanParticiple.test(token.folded))
}

function atTheStart(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  const at = tokens.findIndex((token) => token.kind !== 'break')
  const first = tokens[at]
  const found = first?.kind === 'word' ? firstWordsAt(reading, at) : null
  if (!first || !found) return null
  const behind = tokens[found.next]
  if (found.name === null) {
    return followsAName(behind) ? { ...found, from: at, met: 'met' } : null
  }
  const isFullName = found.next - at >= 2 && !isCaseless(first.text)
  const isName = (isFullName || followsAName(behind)) && !beginsASentence(first.text)
  return found.known || isName ? { ...found, from: at, met: '' } : null
}

function firstWordsAt(reading: Reading, at: number): Someone | null {
  const { text, folded } = reading.tokens[at] ?? { text: '', folded: '' }
  const isLed = determiners.has(folded) || relations.has(folded)
  const hasCapital = beginsLikeAName(text) || isCaseless(text)
  return isLed || hasCapital ? personAt(reading, at, 'along') : smallNameAtStart(reading, at)
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
  const isGerman = tokens.some((token) => germanParticiple.test(token.folded))
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1]
    if (
      !before ||
      !(isGerman || leadsToAName(before)) ||
      token.kind !== 'word' ||
      !isNameLike(token.text)
    )
      continue
    const found = personAt(reading, at, 'along')
    if (found?.name && found.next - at >= 2) return { ...found, from: at, met: '' }
  }
  return null
}

function leadsToAName({ kind, folded, text }: Token): boolean {
  return kind === 'break' || dayWords.test(folded) || isCaseless(text)
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

/** "Ana Ruiz and Ben Cole", "Ana, Ben and Chloé", "a Ana e o Rui": those joined to the first. */
export function moreNamesAfter(reading: Reading, first: FoundPerson): Someone[] {
  const more: Someone[] = []
  for (let at = first.next; more.length < 5;) {
    const found = joinedAt(reading, at)
    if (!found) break
    more.push(found)
    at = found.next
  }
  return more
}

function joinedAt(reading: Reading, at: number): Someone | null {
  const { tokens } = reading
  const joint = tokens[at]
  if (joint?.kind === 'tag') return nameJoinedAt(reading, at)
  if (joint?.text === ',') {
    const found = nameJoinedAt(reading, at + 1)
    return found && isConnected(reading, found.next) ? found : null
  }
  return connectors.has(joint?.folded ?? '') ? nameJoinedAt(reading, at + 1) : null
}

/** Behind a comma a name counts only when the list goes on to "and" and another name. */
function isConnected(reading: Reading, at: number): boolean {
  const isConnector = connectors.has(reading.tokens[at]?.folded ?? '')
  return isConnector && nameJoinedAt(reading, at + 1) !== null
}

function nameJoinedAt(reading: Reading, at: number): Someone | null {
  const [token, next] = reading.tokens.slice(at, at + 2)
  if (!token) return null
  if (token.kind !== 'tag' && !isNameLike(token.text)) {
    return articles.has(token.folded) && next && isNameLike(next.text)
      ? nameJoinedAt(reading, at + 1)
      : null
  }
  const found = personAt(reading, at, 'along')
  return found?.name ? found : null
}
