import { dayEnd } from './days.ts'
import { isGivenName } from './given-names.ts'
import type { Kind } from './lexicon.ts'
import { goesOn, isTalkWord, type Sofar, startsPerson } from './noun-words.ts'
import { isHouseWord, isNoNoun, isPlaceWord, townLength, wellKnownLength } from './places.ts'
import type { Reading } from './reading.ts'
import { isTime } from './time-words.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isGenitive,
  isShouted,
  lengthOf,
  textAt,
  type Token,
  tokenAt,
  tradeLength,
  isQuality,
} from './tokens.ts'

/** A place or a house as far as its words go, and what they tell of it. */
export interface Noun {
  readonly from: number
  readonly end: number
  readonly isPlace: boolean
  readonly isHouse: boolean
  readonly isTown: boolean
  readonly isNamed: boolean
}

/** The noun that begins at a token, articles and owners left behind; null where none does. */
export function nounAt(reading: Reading, at: number): Noun | null {
  const from = behindArticles(reading, at)
  const end = nounEnd(reading, from, from > at)
  if (end === from) return null
  const firsts = [from, from + 1, from + 2, from + 3].filter((one) => one < end)
  const heads = firsts.filter((one) => !isBehindOf(reading, from, one))
  const isLastNamed = reading.language === 'de' && isCapital(tokenAt(reading, end - 1))
  const isFirstNamed = isCapital(tokenAt(reading, from))
  return {
    from,
    end,
    isPlace: heads.some((one) => isPlaceWord(reading, one)),
    isHouse: heads.some((one) => isHouseWord(reading, one)),
    isTown: isTown(reading, from, end),
    isNamed: (isFirstNamed || isLastNamed) && !reading.isCaseless,
  }
}

/** "Porto", but "Porto Editora" is a house. */
function isTown(reading: Reading, from: number, end: number): boolean {
  const town = townLength(reading, from)
  const isNamed = isCapital(tokenAt(reading, end - 1)) && !reading.isCaseless
  const isMore = end - from > town && (isNamed || isHouseWord(reading, end - 1))
  return town > 0 && end - from <= 2 && !isMore
}

function isBehindOf({ tokens }: Reading, from: number, at: number): boolean {
  return tokens.slice(from, at).some((token) => has(token, 'of'))
}

function behindArticles(reading: Reading, at: number): number {
  let from = at
  while (from < at + 2 && isArticleOfNoun(reading, from)) {
    const token = tokenAt(reading, from)
    from += Math.max(lengthOf(token, 'article'), lengthOf(token, 'owner'))
  }
  return from
}

function isArticleOfNoun(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  const isArticle = has(token, 'article', 'owner') && !has(token, 'place', 'house')
  return isArticle && at + 1 < reading.tokens.length && !isNameOfHouse(reading, at)
}

/** "La Paz", "Le Monde": the article is part of the name. */
function isNameOfHouse(reading: Reading, at: number): boolean {
  const next = tokenAt(reading, at + 1)
  const isLarge = at > 0 && isCapital(tokenAt(reading, at)) && isCapital(next)
  return isLarge && !isShouted(next) && !/^(?:die|der|das|den|dem|the)$/.test(foldedAt(reading, at))
}

function nounEnd(reading: Reading, from: number, isLed: boolean): number {
  const first = tokenAt(reading, from)
  const isClock = !isLed && /^\d{1,2}[:.h]\d/u.test(first.text)
  if (first.kind !== 'word' || isClock || isNoNoun(reading, from)) return from
  let at = from + nounLength(reading, from)
  for (let parts = 1; parts < 6 && at < reading.tokens.length; parts++) {
    const so = { from, at, isLed }
    const next = joinedEnd(reading, so) ?? at + moreWords(reading, so)
    if (next === at) break
    at = next
  }
  return Math.min(at, reading.tokens.length)
}

function nounLength(reading: Reading, at: number): number {
  const token = tokenAt(reading, at)
  return Math.max(
    1,
    lengthOf(token, 'place'),
    lengthOf(token, 'house'),
    wellKnownLength(reading, at),
  )
}

const others: readonly Kind[] = [
  'article',
  'owner',
  'title',
  'someone',
  'from',
  'for',
  'several',
  'introduced',
]

/** How many more words of the noun stand here; 0 where it is over. */
function moreWords(reading: Reading, { from, at, isLed }: Sofar): number {
  const token = tokenAt(reading, at)
  const isTrade = tradeLength(token) > 0 && !isOfHouse(reading, at)
  if (isNoNoun(reading, at) || isOther(reading, at) || token.text === 'I') return 0
  if (has(token, 'place', 'house') && !isTrade) return nounLength(reading, at)
  if (isTrade || isTalkWord(reading, token) || startsPerson(reading, at)) return 0
  return Number(goesOn(reading, { from, at, isLed }))
}

/** "cabinet médical". */
function isOfHouse(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  return isHouseWord(reading, at - 1) && isQuality(token.folded) && !isCapital(token)
}

/** An article, somebody; but "Hospital Niño Jesús". */
function isOther(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  const isName = isCapital(token) && isCapital(tokenAt(reading, at - 1)) && has(token, 'someone')
  return has(token, ...others) && !isName
}

/** What is joined to the noun by a small word: "of the school", "to Lisbon", "at the post office", "& Strode". */
function joinedEnd(reading: Reading, so: Sofar): number | null {
  const token = tokenAt(reading, so.at)
  if (isBreak(token) || isBreak(tokenAt(reading, so.at + 1))) return null
  if (/^(?:sans|sin|sem|ohne|without)$/.test(token.folded)) return so.at + 2
  const named = namedByArticle(reading, so.at)
  if (named !== null) return named
  if (has(token, 'and')) return joinsNames(reading, so.at) ? so.at + 2 : alsoOf(reading, so)
  if (has(token, 'of')) return behindOf(reading, so.at)
  return leadsToTown(reading, so) ? nounEnd(reading, so.at + 1, false) : joinedPlace(reading, so)
}

/** "Hospital La Paz". */
function namedByArticle(reading: Reading, at: number): number | null {
  const isArticle = /^(?:la|el|los|las|san|santa|sao|le|saint)$/.test(foldedAt(reading, at))
  if (!isArticle || !isHouseWord(reading, at - 1)) return null
  const name = tokenAt(reading, at + 1)
  if (!reading.isCaseless) return isCapital(tokenAt(reading, at)) && isCapital(name) ? at + 2 : null
  const isName = name.kinds.size === 0 || isGivenName(name.folded, { small: false })
  return isName && tradeLength(name) === 0 ? at + 2 : null
}

/** "casamento do Pedro e da Lia", "boda de Ana y Luis": of both; null where a second one is met. */
function alsoOf(reading: Reading, { from, at }: Sofar): number | null {
  const isOfOne = has(tokenAt(reading, at - 2), 'of') && isPlaceWord(reading, from)
  const next = has(tokenAt(reading, at + 1), 'of') ? at + 2 : at + 1
  const name = tokenAt(reading, next)
  const isPair = isOfOne && isCapital(name) && isGivenName(name.folded, { small: false })
  const behind = tokenAt(reading, next + 1)
  return isPair && (isBreak(behind) || has(behind, 'with', 'met', 'plain')) ? next + 1 : null
}

/** "Kilburn & Strode", but not "Ruth & Obi". */
function joinsNames(reading: Reading, at: number): boolean {
  const next = tokenAt(reading, at + 1)
  const isBetween = isCapital(tokenAt(reading, at - 1)) && isCapital(next)
  return isBetween && textAt(reading, at) === '&' && !isGivenName(next.folded, { small: false })
}

/** "flight to Lisbon", "Zug nach Kassel", "the 7.42 to Leeds". */
function leadsToTown(reading: Reading, { from, at }: Sofar): boolean {
  const to = foldedAt(reading, at)
  const isTo = /^(?:nach|to|para|pour)$/.test(to) && isCapital(tokenAt(reading, from))
  const isToTown = isTo && townLength(reading, at + 1) > 0
  const isWay =
    isToTown ||
    isPlaceWord(reading, from) ||
    /^\d/.test(textAt(reading, from)) ||
    (isTo && to === 'nach')
  if (!isWay || !/^(?:to|nach|para|pour|hacia|a|towards|vers|rumbo|zu|zum)$/.test(to)) return false
  return townLength(reading, at + 1) > 0 || (to !== 'a' && isCapital(tokenAt(reading, at + 1)))
}

function behindOf(reading: Reading, at: number): number | null {
  const first = at + lengthOf(tokenAt(reading, at), 'of')
  if (isDateOfName(reading, at, first)) return first + 1
  if (dayEnd(reading, first) > first) return null
  const next = behindTitles(reading, first)
  const token = tokenAt(reading, next)
  if (has(token, 'relation')) {
    const behind = next + lengthOf(token, 'relation')
    return isCapital(tokenAt(reading, behind)) && !reading.isCaseless ? behind + 1 : behind
  }
  // "im Park der Tierärztin": whom one met, not whose park.
  const isSomebody = tradeLength(token) > 0 || has(tokenAt(reading, next - 1), 'title')
  const isWork = /(?:ista|iste)$/.test(token.folded) && !isCapital(token)
  const isRole = isWork || (isSomebody && foldedAt(reading, at) === 'der')
  if (isNoNoun(reading, next) || isRole) return null
  return behindCapitals(reading, next, next + nounLength(reading, next))
}

/** "Hospital 12 de Octubre", "Ponte 25 de Abril". */
function isDateOfName(reading: Reading, at: number, month: number): boolean {
  const isNumber = /^\d{1,2}$/.test(textAt(reading, at - 1))
  return isNumber && isTime(foldedAt(reading, month)) && isCapital(tokenAt(reading, at - 2))
}

function behindTitles(reading: Reading, from: number): number {
  let next = from
  while (next < from + 3 && has(tokenAt(reading, next), 'article', 'owner', 'title')) {
    if (isBreak(tokenAt(reading, next + 1))) break
    next++
  }
  return next
}

/** "of Cape Town": the capitalised words go on, but in German, where every noun is one. */
function behindCapitals(reading: Reading, first: number, from: number): number {
  const isLarge = isCapital(tokenAt(reading, first)) && !reading.isCaseless
  if (!isLarge || reading.language === 'de') return from
  let end = from
  while (isPlainCapital(tokenAt(reading, end))) end++
  return end
}

function isPlainCapital(token: Token): boolean {
  return isCapital(token) && tradeLength(token) === 0 && !has(token, 'title')
}

/** "the queue at the post office", "Congreso de enfermería en Sevilla", "party at Noor's". */
function joinedPlace(reading: Reading, { from, at }: Sofar): number | null {
  const joint = tokenAt(reading, at)
  if (!has(joint, 'at') || !isPlaceWord(reading, from)) return null
  const next = at + lengthOf(joint, 'at')
  const town = townLength(reading, next)
  if (town > 0) return next + town
  const article = tokenAt(reading, next)
  const isAny = /^(?:un|una|une|um|uma|ein|eine|einem|einer|an?)$/.test(article.folded)
  if (isAny || isHouseWord(reading, from)) return null
  const noun = has(article, 'article') ? next + 1 : next
  if (isStandAt(reading, from, noun)) return nounEnd(reading, noun, true)
  if (isCapital(tokenAt(reading, noun)) && isGenitive(tokenAt(reading, noun))) return noun + 1
  return isLedIn(joint, noun > next) && isWhere(reading, noun) ? nounEnd(reading, noun, true) : null
}

/** Behind an article, or a small word that holds one. */
function isLedIn(joint: Token, hasArticle: boolean): boolean {
  return hasArticle || /^(?:n[oa]s?|im|am|beim|zum|zur|aux?)$/.test(joint.folded)
}

/** "the queue at Pret", "la cola de Correos en …": a queue or a stand is always somebody's. */
function isStandAt(reading: Reading, from: number, at: number): boolean {
  const isStand = /^(?:queue|line|cola|fila|file|bicha|stand|stall|booth)$|schlange$/.test(
    foldedAt(reading, from),
  )
  const token = tokenAt(reading, at)
  return isStand && isCapital(token) && !isGivenName(token.folded, { small: false })
}

function isWhere(reading: Reading, at: number): boolean {
  const isNoun = isPlaceWord(reading, at) || isHouseWord(reading, at)
  return isNoun && tradeLength(tokenAt(reading, at)) === 0
}
