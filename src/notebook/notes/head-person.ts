import {
  articles,
  companions,
  determiners,
  houses,
  meetings,
  notNames,
  places,
  relations,
  stops,
  titles,
} from './head-lexicon.ts'
import { phraseLength, phrases, type Token } from './head-tokens.ts'
import {
  beginsASentence,
  beginsLikeAName,
  isParticle,
  isShouted,
  type KnownNames,
  knownNameAt,
  nameAt,
  spaced,
} from './names.ts'
import { titled } from './referral.ts'
import { isRoleWord } from './role-words.ts'

/**
 * Whom a captured line is about. The first that is found, in this order:
 * 1. an `@Name`;
 * 2. after words of meeting ("met", "café con", "rencontré"), or after "with" and its kin: a name of the notebook,
 *    a capitalised name, a name in a script without capitals, a name typed small, or a description ("my uncle's neighbour");
 * 3. a name that begins the line and is followed by what follows names;
 * 4. two capitalised words or more after a day word or a comma;
 * 5. a name of the notebook anywhere.
 */
export interface FoundPerson {
  readonly name: string | null
  readonly described: string | null
  readonly known: boolean
  /** The tokens that speak of the meeting and the person. */
  readonly from: number
  readonly next: number
  /** The words of meeting, folded; empty when the line begins with the name. */
  readonly met: string
}

export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly known: KnownNames
}

type Found = Pick<FoundPerson, 'name' | 'described' | 'known' | 'next'>

const meetingPhrases = phrases(meetings)
const companionPhrases = phrases(companions)
const connectors = new Set(['and', 'y', 'e', 'et', 'und', '&', '+'])
const germanParticiple =
  /^(?:getroffen|kennengelernt|gesprochen|gesehen|besucht|interviewt|angerufen)$/

export function findPerson(reading: Reading): FoundPerson | null {
  return (
    tagged(reading) ??
    afterMeetingWords(reading) ??
    atTheStart(reading) ??
    afterADayWord(reading) ??
    knownAnywhere(reading)
  )
}

function tagged({ tokens }: Reading): FoundPerson | null {
  const at = tokens.findIndex((token) => token.tag?.kind === 'person')
  const tag = tokens[at]?.tag
  if (!tag) return null
  return {
    name: tag.text,
    described: null,
    known: false,
    from: at,
    next: at + 1,
    met: metBefore(tokens, at),
  }
}

function metBefore(tokens: readonly Token[], end: number): string {
  for (let at = Math.max(0, end - 5); at < end; at++) {
    const length = phraseLength(tokens, at, meetingPhrases)
    if (length > 0 && at + length === end) return foldedWords(tokens, at, end)
  }
  return ''
}

function foldedWords(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.folded)
    .join(' ')
}

function afterMeetingWords(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  for (let at = 0; at < tokens.length; at++) {
    const strong = phraseLength(tokens, at, meetingPhrases)
    const weak = strong === 0 ? phraseLength(tokens, at, companionPhrases) : 0
    if (strong + weak === 0) continue
    const next = at + strong + weak
    const leads = at === 0 || tokens[at - 1]?.kind === 'break'
    const found = personAt(reading, next, strong > 0 ? 'met' : leads ? 'leading' : 'along')
    if (found && isMeant(tokens, at, found))
      return { ...found, from: at, met: foldedWords(tokens, at, next) }
  }
  return null
}

/** "habe Ana getroffen" is a meeting, "habe Zeit" is not. */
function isMeant(tokens: readonly Token[], at: number, found: Found): boolean {
  if (!/^hab/.test(tokens[at]?.folded ?? '')) return true
  return tokens.slice(found.next).some((token) => germanParticiple.test(token.folded))
}

/** How surely a person comes next. */
type Lead = 'met' | 'leading' | 'along'

function personAt(reading: Reading, at: number, lead: Lead): Found | null {
  const { tokens, text, known } = reading
  const token = tokens[at]
  if (!token || token.kind === 'break') return null
  const isKnown = knownNameAt(text, { start: token.start, end: endOf(reading) }, known)
  if (isKnown)
    return {
      name: isKnown.name,
      described: null,
      known: true,
      next: tokenAfter(tokens, isKnown.end),
    }
  if (titles.has(token.folded)) {
    return personAt(reading, at + (tokens[at + 1]?.text === '.' ? 2 : 1), lead)
  }
  if (determiners.has(token.folded)) return afterDeterminer(reading, at, lead)
  if (relations.has(token.folded)) return describedAt(reading, at, lead)
  if (notNames.has(token.folded) || isRoleWord(token.text)) return null
  if (beginsLikeAName(token.text)) return capitalName(reading, at)
  return isCaseless(token.text) ? caselessName(reading, at) : smallName(reading, at, lead)
}

function endOf({ tokens }: Reading): number {
  return tokens.at(-1)?.end ?? 0
}

function tokenAfter(tokens: readonly Token[], end: number): number {
  const at = tokens.findIndex((token) => token.start >= end)
  return at === -1 ? tokens.length : at
}

function capitalName(reading: Reading, at: number): Found | null {
  const { tokens, text, known } = reading
  const token = tokens[at]
  if (!token) return null
  const found = nameAt(text, { start: token.start, end: endOf(reading) }, known)
  if (!found) return null
  const next = beforeRole(tokens, at, tokenAfter(tokens, found.end))
  const name = text.slice(token.start, Math.min(found.end, tokens[next - 1]?.end ?? found.end))
  return { name: titled(spaced(name)), described: null, known: false, next }
}

/** "ANA RUIZ UX" and "Ana Ruiz Designer": what somebody does is no part of the name. */
function beforeRole(tokens: readonly Token[], from: number, next: number): number {
  for (let at = from + 1; at < next; at++) if (isRoleWord(tokens[at]?.text ?? '')) return at
  return next
}

function isCaseless(word: string): boolean {
  return /^\p{Lo}/u.test(word)
}

function caselessName(reading: Reading, at: number): Found {
  const { tokens, text } = reading
  let next = at + 1
  while (next < at + 4 && isCaseless(tokens[next]?.text ?? '')) next++
  return {
    name: spaced(text.slice(tokens[at]?.start, tokens[next - 1]?.end)),
    described: null,
    known: false,
    next,
  }
}

function endsAName(token: Token | undefined): boolean {
  if (!token || token.kind !== 'word') return true
  const { folded } = token
  return (
    stops.has(folded) ||
    places.has(folded) ||
    houses.has(folded) ||
    connectors.has(folded) ||
    phraseLength([token], 0, companionPhrases) > 0
  )
}

function smallName(reading: Reading, at: number, lead: Lead): Found | null {
  const { tokens } = reading
  let next = at
  while (next < at + 3 && isNameTypedSmall(tokens[next])) next++
  if (next === at || lead === 'along') return null
  if (lead === 'leading' && !endsAName(tokens[next])) return null
  const name = tokens
    .slice(at, next)
    .map((token) => token.text)
    .join(' ')
  return { name: titled(name), described: null, known: false, next }
}

function isNameTypedSmall(token: Token | undefined): boolean {
  if (!token || endsAName(token)) return false
  const { folded, text } = token
  if (determiners.has(folded) || notNames.has(folded) || isRoleWord(text)) return false
  return (
    /^\p{L}/u.test(text) &&
    !/^(?:is|was|has|had|es|est|ist|e|era|war|ha|hat|have|are)$/.test(folded) &&
    (!beginsASentence(text) || isParticle(text))
  )
}

function afterDeterminer(reading: Reading, at: number, lead: Lead): Found | null {
  const { tokens } = reading
  const [article, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const isName =
    next?.kind === 'word' &&
    beginsLikeAName(next.text) &&
    !isShouted(next.text) &&
    !isRoleWord(next.text) &&
    !relations.has(next.folded)
  const isGerman = /^(?:der|die|dem|den)$/.test(article?.folded ?? '')
  const secondCapital = third?.kind === 'word' && beginsLikeAName(third.text)
  if (article && articles.has(article.folded) && isName && (!isGerman || secondCapital))
    return personAt(reading, at + 1, lead)
  return describedAt(reading, at, lead)
}

const pronouns = /^(?:someone|somebody|alguien|quelqu'un|jemand|jemandem|jemanden|alguem)$/
const possessive =
  /^(?:mein|sein|ihr|unser|dein|des$|dem$|den$|der$|ein|my$|his$|her$|our$|their$|the$|mi$|mis$|su$|mon$|ma$|meu$|minha$)/

/** "my uncle's neighbour", up to where or about what; a name that follows it is the person's own. */
function describedAt(reading: Reading, at: number, lead: Lead): Found | null {
  const { tokens, text } = reading
  const first = tokens[at]
  const noun =
    determiners.has(first?.folded ?? '') && !pronouns.test(first?.folded ?? '') ? at + 1 : at
  let next = noun + 1
  while (next < at + 8 && continuesDescription(tokens, noun, next)) {
    if (isOwnName(tokens, noun, next)) return capitalName(reading, next)
    next++
  }
  const nounToken = tokens[noun]
  if (
    !first ||
    nounToken?.kind !== 'word' ||
    notNames.has(nounToken.folded) ||
    stops.has(nounToken.folded)
  )
    return null
  const isSomebody = tokens
    .slice(at, next)
    .some(({ folded, text: word }) => relations.has(folded) || isRoleWord(word))
  if (lead === 'along' && !isSomebody) return null
  return {
    name: null,
    described: text.slice(first.start, tokens[next - 1]?.end),
    known: false,
    next,
  }
}

function continuesDescription(tokens: readonly Token[], noun: number, at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return false
  if (/^(?:of|de|del|du|des|do|da|von)$/.test(token.folded)) return true
  const isPossessiveEnd =
    /^(?:mi|my|mon|ma|meu|minha|su|la|el|le|o)$/.test(token.folded) && at > noun
  return isPossessiveEnd || !endsAName(token)
}

function isOwnName(tokens: readonly Token[], noun: number, at: number): boolean {
  const [token, before] = [tokens[at], tokens[at - 1]]
  if (!token || !before || at <= noun || !beginsLikeAName(token.text)) return false
  if (isRoleWord(token.text) || relations.has(token.folded) || isShouted(token.text)) return false
  return !possessive.test(before.folded) && !houses.has(before.folded) && !isParticle(before.text)
}

function atTheStart(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  const at = tokens.findIndex((token) => token.kind !== 'break')
  const first = tokens[at]
  if (!first || first.kind !== 'word') return null
  const found =
    beginsLikeAName(first.text) || isCaseless(first.text)
      ? personAt(reading, at, 'leading')
      : smallNameAtStart(reading, at)
  if (!found || found.name === null) return null
  const isSure =
    found.known ||
    (found.next - at >= 2 && !beginsASentence(first.text)) ||
    followsAName(tokens[found.next])
  return isSure && !(beginsASentence(first.text) && !found.known)
    ? { ...found, from: at, met: '' }
    : null
}

function followsAName(token: Token | undefined): boolean {
  if (!token) return false
  return (
    /^[,:(（：，–—]$/u.test(token.text) ||
    houses.has(token.folded) ||
    places.has(token.folded) ||
    isRoleWord(token.text) ||
    /^(?:told|said|says|dijo|dice|dit|sagt|sagte|disse|diz)$/.test(token.folded)
  )
}

/** "ana ruiz, ux at acme": small letters at the start are a name only where a role or a house comes next. */
function smallNameAtStart(reading: Reading, at: number): Found | null {
  const { tokens } = reading
  if (isRoleWord(tokens[at]?.text ?? '')) return null
  const found = personAt(reading, at, 'met')
  if (!found || found.known || found.name === null) return found
  const after = tokens.slice(found.next, found.next + 6)
  const tells =
    isRoleWord(after[0]?.text ?? '') ||
    (after[0]?.kind === 'break' && after.some((token) => isRoleWord(token.text)))
  return tells && found.next - at >= 2 ? found : null
}

const dayWords =
  /^(?:yesterday|today|tonight|ayer|hoy|gestern|heute|hier|aujourd'hui|ontem|hoje|morning|afternoon|evening|and)$/

function afterADayWord(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  for (let at = 1; at < tokens.length; at++) {
    const before = tokens[at - 1]
    const token = tokens[at]
    if (
      token?.kind !== 'word' ||
      !beginsLikeAName(token.text) ||
      !(before?.kind === 'break' || dayWords.test(before?.folded ?? ''))
    )
      continue
    if (beginsASentence(token.text)) continue
    const found = personAt(reading, at, 'along')
    if (found?.name && found.next - at >= 2) return { ...found, from: at, met: '' }
  }
  return null
}

function knownAnywhere({ tokens, text, known }: Reading): FoundPerson | null {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    const found = knownNameAt(text, { start: token.start, end: tokens.at(-1)?.end ?? 0 }, known)
    if (!found || (!found.name.includes(' ') && !beginsLikeAName(token.text))) continue
    return {
      name: found.name,
      described: null,
      known: true,
      from: at,
      next: tokenAfter(tokens, found.end),
      met: '',
    }
  }
  return null
}

/** "Ana Ruiz and Ben Cole": those joined to the first. */
export function moreNamesAfter(reading: Reading, first: FoundPerson): Found[] {
  const more: Found[] = []
  let at = first.next
  while (more.length < 5) {
    const isJoined =
      connectors.has(reading.tokens[at]?.folded ?? '') || reading.tokens[at]?.tag?.kind === 'person'
    if (!isJoined) break
    const tag = reading.tokens[at]?.tag ?? reading.tokens[at + 1]?.tag
    const token = reading.tokens[at + 1]
    const found =
      tag?.kind === 'person'
        ? {
            name: tag.text,
            described: null,
            known: false,
            next: at + (reading.tokens[at]?.tag ? 1 : 2),
          }
        : token && beginsLikeAName(token.text) && !beginsASentence(token.text)
          ? personAt(reading, at + 1, 'along')
          : null
    if (!found || found.name === null) break
    more.push(found)
    at = found.next
  }
  return more
}
