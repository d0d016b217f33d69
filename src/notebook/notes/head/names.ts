import { knownNameAt, isParticle, spaced } from '../names.ts'
import { titled } from '../titled.ts'
import { isTimeWord } from './days.ts'
import { isFamilyWord } from './family-words.ts'
import { wellKnownHouses } from './gazetteer.ts'
import { isFamilyBehindParticle, isGivenName } from './given-names.ts'
import { beginsName, belongsBehind, couldBeSurname, never, seldom } from './name-words.ts'
import type { Lead, Reading } from './reading.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isGenitive,
  isOfCaselessScript,
  isUnknownSmall,
  textAt,
  type Token,
  tokenAt,
  tradeLength,
} from './tokens.ts'

/** A name in a sentence, and the token behind it. */
export interface Name {
  readonly name: string
  readonly known: boolean
  /** Beyond doubt a name: of the notebook, tagged, or a given name. */
  readonly isSure: boolean
  readonly next: number
}

/**
 * The name that begins at a token; null where none does.
 * 1. A tag, a name of the notebook, a run of letters without capitals.
 * 2. Where capitals tell, a capitalised word that is no other word, with the capitalised words behind it and the
 *    small ones between that belong to names ("Ruth van der Berg", "João da Silva").
 * 3. Typed small: behind words that lead to people any word that is none we know; else only a given name.
 */
export function nameAt(reading: Reading, at: number, lead: Lead): Name | null {
  const token = tokenAt(reading, at)
  if (token.tag) return taggedName(reading, at)
  if (isBreak(token)) return null
  const known = knownName(reading, at, lead)
  if (known) return known
  if (isOfCaselessScript(token)) return caselessName(reading, at)
  const isLarge = isCapital(token) && !reading.isCaseless
  return isLarge ? capitalName(reading, at, lead) : smallName(reading, at, lead)
}

function taggedName(reading: Reading, at: number): Name | null {
  const { tag } = tokenAt(reading, at)
  if (tag?.kind !== 'person') return null
  const known = knownNameAt(tag.text, { start: 0, end: tag.text.length }, reading.known)
  return { name: titled(spaced(tag.text)), known: known !== null, isSure: true, next: at + 1 }
}

function knownName(reading: Reading, at: number, lead: Lead): Name | null {
  const { tokens, text, known } = reading
  const token = tokenAt(reading, at)
  const end = tokenAt(reading, tokens.length - 1).end
  const found = knownNameAt(text, { start: token.start, end }, known)
  if (!found) return null
  const isName = isCapital(token) || isGivenName(token.folded, { small: true })
  if (!isName && lead === 'free' && !found.name.includes(' ')) return null
  const next = tokens.findIndex(({ start }) => start >= found.end)
  return { name: found.name, known: true, isSure: true, next: next === -1 ? tokens.length : next }
}

function caselessName(reading: Reading, at: number): Name | null {
  let end = at
  while (end < at + 4 && isOfCaselessScript(tokenAt(reading, end))) end++
  return isCapital(tokenAt(reading, end)) ? null : made(reading, { at, end, isSure: true })
}

interface Run {
  readonly at: number
  readonly end: number
  readonly isSure: boolean
}

function made(reading: Reading, { at, end, isSure }: Run): Name {
  const words = reading.text.slice(tokenAt(reading, at).start, tokenAt(reading, end - 1).end)
  return { name: titled(spaced(words.replace(/['’]s$/u, ''))), known: false, isSure, next: end }
}

function capitalName(reading: Reading, at: number, lead: Lead): Name | null {
  if (!beginsName(reading, at, lead)) return null
  let end = at + 1
  for (let words = 1; words < 5 && !isGenitive(tokenAt(reading, end - 1)); words++) {
    const next = nextOfName(reading, { at, from: end }, couldBeSurname)
    if (next === end) break
    end = next
  }
  const isSure = isGivenName(foldedAt(reading, at), { small: false })
  const found = made(reading, { at, end, isSure })
  const isSmall = lead !== 'free' && end === at + 1 && isSmallSurname(reading, end)
  if (!isSmall) return found
  return { ...found, name: `${found.name} ${titled(textAt(reading, end))}`, next: end + 1 }
}

/** "Ana ruiz in the train": one small unknown word before a small word of place. */
function isSmallSurname(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  const isWord = isUnknownSmall(token) && /^\p{Ll}{3,}$/u.test(token.text)
  return isWord && has(tokenAt(reading, at + 1), 'at')
}

/** Whether the capitalised word at a place may be one more of a name. */
export type CouldBeNext = (reading: Reading, at: number) => boolean

/** Behind the next word of a name, the small ones before it included; the same place where the name is over. */
export function nextOfName(
  reading: Reading,
  { at, from }: { readonly at: number; readonly from: number },
  couldBeNext: CouldBeNext,
): number {
  const start = behindInitial(reading, from)
  let next = start
  while (next < start + 3 && isSmallOfName(reading, next)) next++
  const token = tokenAt(reading, next)
  // "Ariel שפירא"
  if (next === start && isOfCaselessScript(token) && token.kinds.size === 0) return next + 1
  if (!isCapital(token) || token.text === 'I') return from
  if (next === start) return couldBeNext(reading, next) ? next + 1 : from
  const small = foldedAt(reading, start)
  return belongsBehind(reading, { at, small, next, words: next - start }) ? next + 1 : from
}

/** "van der", and the article of "de La Fontaine". */
function isSmallOfName(reading: Reading, at: number): boolean {
  if (!isCapital(tokenAt(reading, at))) return isParticle(foldedAt(reading, at))
  const isArticle = /^(?:La|Le|Los|Las|El|Der|Den)$/.test(textAt(reading, at))
  const isBehind = isParticle(foldedAt(reading, at - 1))
  return isArticle && isBehind && isCapital(tokenAt(reading, at + 1))
}

/** "J. R. Smith": past the dot of an initial. */
function behindInitial(reading: Reading, at: number): number {
  const isInitial = textAt(reading, at) === '.' && /^\p{Lu}$/u.test(textAt(reading, at - 1))
  return isInitial ? at + 1 : at
}

function smallName(reading: Reading, at: number, lead: Lead): Name | null {
  const token = tokenAt(reading, at)
  const isGiven = isGivenName(token.folded, { small: true }) && !has(token, ...never, 'plain')
  if (token.text.length < 2 || !isMeantSmall(reading, { at, lead, isGiven })) return null
  let end = at + 1
  for (let words = 1; words < 4; words++) {
    const next = nextOfSmallName(reading, end)
    if (next === end) break
    end = next
  }
  return made(reading, { at, end, isSure: isGiven })
}

interface Small {
  readonly at: number
  readonly lead: Lead
  readonly isGiven: boolean
}

function isMeantSmall(reading: Reading, { at, lead, isGiven }: Small): boolean {
  const token = tokenAt(reading, at)
  const isLed = lead !== 'free'
  if ((isLed || isWholeClause(reading, at)) && isSmallFullName(reading, at)) return true
  if (isFirstOfLine(reading, at)) return true
  if (isTimeWord(token)) return false
  if (isGiven) return reading.isCaseless || isLed
  return couldBeAnyName(token, lead) && !isBeforeName(reading, at)
}

/** "vu passer Inès". */
function isBeforeName(reading: Reading, at: number): boolean {
  const next = tokenAt(reading, at + 1)
  return isCapital(next) && !reading.isCaseless && isGivenName(next.folded, { small: false })
}

/** "june park", "will baker": two words, where the first may be a given name whatever else it is. */
export function isSmallFullName(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  const isOther = has(token, ...never) && !/^(?:will|may|mark)$/.test(token.folded)
  if (isOther || !isGivenName(token.folded, { small: false })) return false
  return nextOfSmallName(reading, at + 1) > at + 1
}

/** "tom from accounts", "mark: …": a given name that is another word too, where the line begins. */
function isFirstOfLine(reading: Reading, at: number): boolean {
  const { folded, kinds } = tokenAt(reading, at)
  const next = tokenAt(reading, at + 1)
  const isFollowed = isBreak(next) || has(next, 'from', 'of', 'says')
  const isFirst = reading.isCaseless && at === 0
  return isFirst && kinds.size === 0 && isFollowed && isGivenName(folded, { small: false })
}

/** "clara inverno, parteira": two words and nothing more. */
function isWholeClause(reading: Reading, at: number): boolean {
  const isAlone = isBreak(tokenAt(reading, at - 1)) && isBreak(tokenAt(reading, at + 2))
  return isAlone && reading.isCaseless
}

function couldBeAnyName(token: Token, lead: Lead): boolean {
  if (lead === 'free') return false
  return isUnknownSmall(token) || (lead === 'titled' && tradeLength(token) > 0)
}

function nextOfSmallName(reading: Reading, from: number): number {
  let next = from
  while (next < from + 2 && isParticle(foldedAt(reading, next))) next++
  const token = tokenAt(reading, next)
  if (isBreak(token)) return from
  const isMore = next > from ? isFamily(reading, from, token) : isSecond(reading, token, from)
  return isMore ? next + 1 : from
}

/** "van gogh", "de la cruz", but not "de mapfre". */
function isFamily(reading: Reading, from: number, token: Token): boolean {
  if (isFamilyBehindParticle(token.folded)) return true
  const isOfNames = /^(?:van|bin|ben|al|el|der)$/.test(foldedAt(reading, from))
  return isOfNames && token.kinds.size === 0 && !wellKnownHouses.has(token.folded)
}

function isSecond(reading: Reading, token: Token, at: number): boolean {
  const isBehindGiven = isGivenName(foldedAt(reading, at - 1), { small: false })
  const isGiven = isGivenName(token.folded, { small: true }) && !has(token, ...never)
  if (isBehindGiven && (isGiven || isFamilyWord(token.folded))) {
    return !has(token, 'plain', ...never) || endsName(tokenAt(reading, at + 1))
  }
  return !has(token, 'plain') && (isUnknownSmall(token) || (isGiven && !has(token, ...seldom)))
}

/** "ana best in …", "tom day, …": a word of every day is the family where the name ends with it. */
function endsName(next: Token): boolean {
  return isBreak(next) || has(next, 'at', 'from', 'of')
}
