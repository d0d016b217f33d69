import {
  articles,
  determiners,
  houses,
  notNames,
  relations,
  stops,
  titles,
} from './head-lexicon.ts'
import { isCaseless, type Token } from './head-tokens.ts'
import {
  adverbs,
  couldBeName,
  couldBeSurname,
  endsAName,
  foldedAt,
  isNameTypedSmall,
  verbEnding,
} from './head-words.ts'
import {
  beginsLikeAName,
  isParticle,
  isShouted,
  type KnownNames,
  knownNameAt,
  nameAt,
  spaced,
} from './names.ts'
import { isRoleWord } from './role-words.ts'
import { titled } from './titled.ts'

/** The words of a captured line, cut into tokens. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly known: KnownNames
}

/** Somebody by name or by description, and the token behind. */
export interface Someone {
  readonly name: string | null
  readonly described: string | null
  readonly known: boolean
  readonly next: number
  /** What stands before the name: "Bäcker Ali", "the judge Irene Solís". */
  readonly does?: string
}

/**
 * How surely a person comes next: after words of meeting; after "with" at the start of a sentence;
 * or after "with" somewhere along it, where only names and relations count.
 */
export type Lead = 'met' | 'leading' | 'along'

/** The person that begins at this token, or null. Titles are passed over. */
export function personAt(reading: Reading, at: number, lead: Lead): Someone | null {
  const { tokens, text, known } = reading
  const token = tokens[at]
  if (token?.tag?.kind === 'person') return named(titled(token.tag.text), at + 1)
  if (token?.kind !== 'word') return null
  const isKnown = knownNameAt(text, { start: token.start, end: endOf(tokens) }, known)
  if (isKnown) {
    return { ...named(isKnown.name, tokenBehind(tokens, isKnown.end)), known: true }
  }
  if (titles.has(token.folded)) return titledPerson(reading, behindTitle(tokens, at), lead)
  if (determiners.has(token.folded)) return afterDeterminer(reading, at, lead)
  return relations.has(token.folded) ? describedAt(reading, at, lead) : plainName(reading, at, lead)
}

/** "Frau Schneider": behind a title a word for work is a surname. */
function titledPerson(reading: Reading, at: number, lead: Lead): Someone | null {
  const token = reading.tokens[at]
  const isSurname = token !== undefined && isRoleWord(token.text) && couldBeSurname(token)
  const isAlone = reading.tokens[at + 1]?.kind !== 'word'
  return isSurname && isAlone ? named(titled(token.text), at + 1) : personAt(reading, at, lead)
}

function behindTitle(tokens: readonly Token[], at: number): number {
  return at + (tokens[at + 1]?.text === '.' ? 2 : 1)
}

function named(name: string, next: number): Someone {
  return { name, described: null, known: false, next }
}

function endOf(tokens: readonly Token[]): number {
  return tokens.at(-1)?.end ?? 0
}

function tokenBehind(tokens: readonly Token[], end: number): number {
  const at = tokens.findIndex((token) => token.start >= end)
  return at === -1 ? tokens.length : at
}

function plainName(reading: Reading, at: number, lead: Lead): Someone | null {
  const token = reading.tokens[at]
  if (!token || notNames.has(token.folded)) return null
  if (isRoleWord(token.text)) return nameBehindRole(reading, at, lead)
  if (beginsLikeAName(token.text)) return capitalName(reading, at)
  if (isCaseless(token.text)) return caselessName(reading, at)
  if (token.folded.endsWith("'s")) return describedAt(reading, at, lead)
  return smallName(reading.tokens, at, lead)
}

/** "Rechtsanwalt Faruk Demir", "the vet Dr. Ute Kern": what somebody does, and then the name. */
function nameBehindRole(reading: Reading, at: number, lead: Lead): Someone | null {
  const { tokens } = reading
  const behind = at + 1
  const start = titles.has(foldedAt(tokens, behind)) ? behindTitle(tokens, behind) : behind
  const [role, first] = [tokens[at], tokens[start]]
  if (!role || !isNameWord(first)) return lead === 'met' ? roleAlone(reading, at) : null
  const found = isShouted(role.text) ? null : capitalName(reading, start)
  return found?.name ? { ...found, does: role.text } : null
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && couldBeName(token) && !notNames.has(token.folded)
}

/** "the HR lady", "conocí al panadero": nobody's name, and yet somebody. */
function roleAlone(reading: Reading, at: number): Someone | null {
  const isSomebody =
    relations.has(foldedAt(reading.tokens, at + 1)) ||
    isContracted(foldedAt(reading.tokens, at - 1))
  return isSomebody ? describedAt(reading, at, 'met') : null
}

/** "conocí al panadero": an article is in the word before. */
function isContracted(folded: string): boolean {
  return /^(?:al|ao|del|du|dem|vom|zum)$/.test(folded)
}

/** A name with capitals; "ANA RUIZ UX" and "Ana Ruiz Designer" end before what she does. */
function capitalName(reading: Reading, at: number): Someone | null {
  const { tokens, text, known } = reading
  const token = tokens[at]
  const span = { start: token?.start ?? 0, end: endOf(tokens) }
  const found = token && nameAt(text, span, known, 'the-sentence')
  if (!found) return null
  const behind = tokenBehind(tokens, found.end)
  const over = tokens.findIndex(
    (_one, index) => index > at && index < behind && endsACapitalName(tokens, at, index),
  )
  const next = over === -1 ? behind : over
  if (tokens[next - 1]?.folded.endsWith("'s") && isSomebodysNoun(tokens[next])) {
    return describedFrom(reading, at, next)
  }
  const end = Math.min(found.end, tokens[next - 1]?.end ?? found.end)
  const name = titled(spaced(text.slice(token.start, end)))
  return next === at + 1 ? withSmallSurname(reading, named(name, next)) : named(name, next)
}

/** "met Ana ruiz on the train": phones give the first word a capital, and leave the second to us. */
function withSmallSurname({ tokens }: Reading, first: Someone): Someone {
  const surname = tokens[first.next]
  const isSurname = isNameTypedSmall(surname) && /^\p{Ll}/u.test(surname?.text ?? '')
  if (!surname || !isSurname || adverbs.test(surname.folded)) return first
  const behind = tokens[first.next + 1]
  const isOver = behind === undefined || isRoleWord(behind.text) || endsAName(behind)
  return isOver && !verbEnding.test(surname.folded)
    ? named(`${first.name} ${titled(surname.text)}`, first.next + 1)
    : first
}

function endsACapitalName(tokens: readonly Token[], at: number, index: number): boolean {
  const word = tokens[index]
  if (!word) return true
  if (isRoleWord(word.text)) return index > at + 1 || !couldBeSurname(word)
  if (/^[ye]$/.test(word.folded)) return true
  const isFamilys = /^(?:la|los|las)$/.test(tokens[index + 1]?.folded ?? '')
  const opensHouse = /^(?:de|del)$/.test(word.folded) && index >= at + 2 && !isFamilys
  return opensHouse && isSpanishOrFrench(tokens, at)
}

/** "Llamada con Jordi Puig de Acme": there "de" opens a house; in Portuguese it is part of most names. */
function isSpanishOrFrench(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 2), at).map((token) => token.folded)
  return /(?:con|avec|rencontre|vu|croise|conoci|(?:conoci|conocido|encontre|vi|llame) a)$/.test(
    before.join(' '),
  )
}

function caselessName({ tokens, text }: Reading, at: number): Someone {
  let next = at + 1
  while (next < at + 4 && isCaseless(tokens[next]?.text ?? '')) next++
  return named(spaced(text.slice(tokens[at]?.start, tokens[next - 1]?.end)), next)
}

/** "ana ruiz": up to three words that are nothing else. */
function smallName(tokens: readonly Token[], at: number, lead: Lead): Someone | null {
  if (lead === 'along') return null
  let next = at
  while (next < at + 3 && isNameTypedSmall(tokens[next])) next++
  if (next === at || (lead === 'leading' && !endsAName(tokens[next]))) return null
  const words = tokens.slice(at, next).map((token) => token.text)
  return named(titled(words.join(' ')), next)
}

/** An article before a name ("la Marta", "o João") is passed over; any other determiner describes. */
function afterDeterminer(reading: Reading, at: number, lead: Lead): Someone | null {
  const [next, third] = reading.tokens.slice(at + 1, at + 3)
  const article = foldedAt(reading.tokens, at)
  const leadsToName = articles.has(article) || /^(?:seu|old|young)$/.test(article)
  const needsTwo = /^(?:der|die|dem|den)$/.test(article) && !(third && couldBeName(third))
  const isNamed = leadsToName && next !== undefined && couldBeName(next) && !needsTwo
  return isNamed ? personAt(reading, at + 1, lead) : describedAt(reading, at, lead)
}

const pronouns = new Set([
  'someone',
  'somebody',
  'alguien',
  "quelqu'un",
  'jemand',
  'jemandem',
  'jemanden',
  'alguem',
])

/** "my uncle's neighbour", up to where or about what. */
function describedAt(reading: Reading, at: number, lead: Lead): Someone | null {
  const first = reading.tokens[at]
  if (!first) return null
  const isLed = determiners.has(first.folded) && !pronouns.has(first.folded)
  const found = describedFrom(reading, at, isLed ? at + 1 : at)
  if (found === null || found.name !== null || lead !== 'along') return found
  const words = reading.tokens.slice(at, found.next)
  const isSomebody = words.some((word) => relations.has(word.folded) || isRoleWord(word.text))
  return isSomebody ? found : null
}

/** A description whose noun stands at `noun`; a name behind it is the person's own ("my friend Ana Ruiz"). */
function describedFrom(reading: Reading, at: number, noun: number): Someone | null {
  const { tokens, text } = reading
  if (!isSomebodysNoun(tokens[noun])) return null
  let next = noun + 1
  for (; next < at + 8 && continuesDescription(tokens[next]); next++) {
    if (isOwnName(tokens, noun, next)) return capitalName(reading, next)
  }
  const described = text.slice(tokens[at]?.start, tokens[next - 1]?.end)
  const called = nameInApposition(reading, next)
  if (called) return called
  return { name: null, described, known: false, next }
}

/** "the librarian, Mrs. Osei", "padeiro da esquina, o Said": a title or an article behind the comma. */
function nameInApposition(reading: Reading, comma: number): Someone | null {
  const [sign, lead, name] = reading.tokens.slice(comma, comma + 3)
  if (sign?.text !== ',' || !lead || !name) return null
  if (titles.has(lead.folded)) return personAt(reading, comma + 1, 'along')
  const isCalled = /^(?:o|a|el|la)$/.test(lead.folded) && couldBeName(name)
  return isCalled ? capitalName(reading, comma + 2) : null
}

function isSomebodysNoun(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  return !notNames.has(token.folded) && !stops.has(token.folded)
}

const inDescriptions = /^(?:of|de|del|du|des|do|da|von|mi|my|mon|ma|meu|minha|su|la|el|le|o|'s)$/

function continuesDescription(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  return inDescriptions.test(token.folded) || !endsAName(token)
}

/** Words before which a capital is still part of the description: "meines Onkels", "of Ben". */
const owning =
  /^(?:mein|sein|ihr|unser|dein)\p{L}*$|^(?:des|dem|den|der|ein|eine|einem|einer|my|his|her|our|their|the|mi|su|mon|ma|meu|minha)$/u

function isOwnName(tokens: readonly Token[], noun: number, at: number): boolean {
  const [before, token] = tokens.slice(at - 1, at + 1)
  if (!before || !token || at <= noun || !couldBeName(token)) return false
  return !owning.test(before.folded) && !houses.has(before.folded) && !isParticle(before.text)
}
