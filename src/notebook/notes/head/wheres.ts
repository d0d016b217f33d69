import {
  type Chunk,
  followsDescription,
  hasPerson,
  isInBrackets,
  kindBefore,
  type Spot,
  tokenOf,
  type WhereChunk,
  whereFrom,
} from './chunk.ts'
import { dayEnd } from './days.ts'
import { isGivenName } from './given-names.ts'
import { type Noun, nounAt } from './nouns.ts'
import { personAt } from './people.ts'
import { isHouseWord, isPlaceWord, wellKnownLength } from './places.ts'
import type { Reading } from './reading.ts'
import { tradeEnding } from './roles.ts'
import { isTime } from './time-words.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isGenitive,
  isShouted,
  lengthOf,
  type Token,
  tokenAt,
  tradeLength,
  textAt,
} from './tokens.ts'

/** Where a place or a house begins, with a small word before it or by itself. */

/** "on the train", "fisio | del Betis"; "from Kat" before anybody leads to her. */
export function whereAt(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const how = howAt(tokenOf(spot))
  if (!how) return null
  const whom = at + lengthOf(tokenOf(spot), how)
  if (how === 'at' && (isBeside(spot, whom) || isVisit(spot, whom))) {
    return { kind: 'lead', how: 'with', from: at, end: whom }
  }
  if (how !== 'at' && how !== 'for' && isWriter(spot, whom)) {
    return { kind: 'lead', how: 'message', from: at, end: whom }
  }
  const noun = nounAt(reading, whom)
  return noun && !isDate(reading, whom) ? whereFrom(noun, how, at) : null
}

/** "by 3 May". */
function isDate(reading: Reading, at: number): boolean {
  return /^\d{1,2}$/u.test(textAt(reading, at)) && isTime(foldedAt(reading, at + 1))
}

/** "Ring from my old boss Vince"; not at the start, nor behind a place: "missa do Sr. Abel". */
function isWriter(spot: Spot, whom: number): boolean {
  const { reading, at } = spot
  const before = kindBefore(spot)
  const isNobodyYet = !hasPerson(spot) || (at === 1 && followsDescription(spot))
  if (!isNobodyYet || before === null || before === 'where') return false
  const writer = personAt(reading, whom, { lead: 'free', hasPerson: false })
  return writer !== null && writer.isSure && writer.name !== null
}

const beside = /^(?:ao lado|al lado|a cote|next|junto|beside|opposite|en face|gegenuber|enfrente)/

/** "ao lado de um senhor", "next to a guy": beside somebody, not somewhere. */
function isBeside(spot: Spot, whom: number): boolean {
  const { reading, at } = spot
  const words = reading.tokens.slice(at, whom).map(({ folded }) => folded)
  if (hasPerson(spot) || !beside.test(words.join(' '))) return false
  return personAt(reading, whom, { lead: 'led', hasPerson: false })?.isSure === true
}

/** "Anruf bei Herrn Wolff", "visite chez Mme Roy": behind a talk, with whom. */
function isVisit(spot: Spot, whom: number): boolean {
  const last = spot.chunks.at(-1)
  if (hasPerson(spot) || last?.kind !== 'lead' || last.how !== 'talk') return false
  const host = tokenAt(spot.reading, whom)
  return has(host, 'title') && isCapital(host) && !has(host, 'article')
}

function howAt(token: Token): 'from' | 'at' | 'of' | 'for' | null {
  const hows = (['from', 'at', 'of', 'for'] as const).filter((how) => has(token, how))
  return hows.toSorted((a, b) => lengthOf(token, b) - lengthOf(token, a))[0] ?? null
}

/** "works at" takes the small word with it; "runs a small press" has none. */
export function workplace(spot: Spot): Chunk | null {
  if (kindBefore(spot) !== 'works') return null
  const { reading, at } = spot
  if (!endsInSmallWord(spot) && howAt(tokenOf(spot)) !== null) return null
  const noun = nounAt(reading, at)
  if (noun && isTaught(spot, noun)) return { kind: 'topic', from: at, end: noun.end }
  return noun && whereFrom(noun, 'at', at)
}

/** "il enseigne la biologie marine à Brest": what stands before the where is what they do. */
function isTaught(spot: Spot, { end, isHouse, isNamed }: Noun): boolean {
  return !endsInSmallWord(spot) && !isHouse && !isNamed && has(tokenAt(spot.reading, end), 'at')
}

export function endsInSmallWord({ reading, at }: Spot): boolean {
  return has(tokenAt(reading, at - 1), 'at', 'for', 'from', 'of', 'with')
}

/** "UX Acme": a name right behind a role is the house. */
export function bareHouse(spot: Spot): Chunk | null {
  const { reading, at } = spot
  const token = tokenOf(spot)
  const isBehindRole = kindBefore(spot) === 'role' && hasPerson(spot) && !reading.isCaseless
  if (!isBehindRole || !isCapital(token)) return null
  if (isGivenName(token.folded, { small: false })) return null
  const noun = nounAt(reading, at)
  return noun && whereFrom(noun, 'bare', at)
}

/** "Julia Stein, editor, Penguin. Train.": behind somebody a clause that is a place and nothing else. */
export function loneScene(spot: Spot): Chunk | null {
  const { reading, at } = spot
  if (!hasPerson(spot) || kindBefore(spot) !== 'break' || tradeLength(tokenOf(spot)) > 0)
    return null
  const noun = nounAt(reading, at)
  const isAlone = noun?.from === at && isBreak(tokenAt(reading, noun.end))
  return isAlone && noun.isPlace && !noun.isHouse && !noun.isTown
    ? whereFrom(noun, 'scene', at)
    : null
}

/** "Rektorin der Parkschule": behind a role the house, and nobody called so. */
export function houseOfRole(spot: Spot): Chunk | null {
  const { reading, at } = spot
  if (kindBefore(spot) !== 'role' || !hasPerson(spot) || !has(tokenOf(spot), 'of')) return null
  const noun = nounAt(reading, at + lengthOf(tokenOf(spot), 'of'))
  return noun?.isHouse ? whereFrom(noun, 'of', at) : null
}

/** "(DRH, Fleury Michon)": a clause of capitals that are no given name. */
export function namedHouse(spot: Spot): Chunk | null {
  const token = tokenOf(spot)
  const isClause = hasPerson(spot) && /^(?:break|several)$/.test(kindBefore(spot) ?? '')
  if (!isClause || !isCapital(token) || spot.reading.isCaseless) return null
  if (tradeLength(token) > 0 || has(token, 'title', 'relation') || isWorkAlone(spot)) return null
  const isOther = isGivenName(token.folded, { small: false }) && !isSureHouse(spot)
  return isOther || !couldBeHouse(spot) ? null : houseAlone(spot)
}

/** In brackets behind somebody with a name, or of two words. */
function isSureHouse(spot: Spot): boolean {
  const isFull = isCapital(tokenAt(spot.reading, spot.at + 1))
  return isInBrackets(spot) && (isFull || !followsDescription(spot))
}

/** "… Vicenta. Anticuaria.": behind a full stop a capital tells nothing. */
function isWorkAlone({ reading, at }: Spot): boolean {
  const isAlone = textAt(reading, at - 1) === '.' && isBreak(tokenAt(reading, at + 1))
  return isAlone && tradeEnding.test(foldedAt(reading, at)) && wellKnownLength(reading, at) === 0
}

const germanWork = /(?:in|er|ist|mann|frau|kraft|eur|ent|ant|oge)$/

function isFullName(chunk: Chunk): boolean {
  return chunk.kind === 'person' && /\s/u.test(chunk.person.name ?? '')
}

function isWhose(spot: Spot, isBehindRole: boolean): boolean {
  const isNamed = isBehindRole && spot.chunks.some(isFullName)
  return !isInBrackets(spot) && !isNamed && followsDescription(spot)
}

/** Behind a description a name is whose it is; in German any noun has a capital, and only brackets tell. */
function couldBeHouse(spot: Spot): boolean {
  const { reading, at, chunks } = spot
  const isBehindRole = chunks.at(-2)?.kind === 'role'
  if (isWhose(spot, isBehindRole)) return false
  if (reading.language !== 'de' || isHouseWord(reading, at)) return true
  // "Martha Sohl, Lektorin, Suhrkamp."
  const isUnknown = tokenOf(spot).kinds.size === 0 && isBreak(tokenAt(reading, at + 1))
  const isWork = germanWork.test(tokenOf(spot).folded)
  const isSaid = isInBrackets(spot) ? isBehindRole || !isWork : false
  return isSaid || (isBehindRole && isUnknown && !isWork)
}

/** ", Google DeepMind", "(UNAM)": a clause that is a name is the house. */
function houseAlone(spot: Spot): WhereChunk | null {
  const { reading, at } = spot
  const noun = nounAt(reading, at)
  if (!noun) return null
  const whole = wholeBracket(spot, noun)
  if (whole) return whereFrom(whole, 'bare', at)
  const behind = tokenAt(reading, noun.end)
  // "MTRA am Klinikum"
  const isWork = isShouted(tokenOf(spot)) && isHouseWord(reading, noun.end + 1)
  const isAlone = noun.from === at && (isBreak(behind) || (has(behind, 'at') && !isWork))
  return isAlone && isHouseName(spot, noun) ? whereFrom(noun, 'bare', at) : null
}

/** In German a noun behind a small word has a capital as well: "lehrt Meeresbiologie in Kiel". */
function isHouseName(spot: Spot, { isHouse, isNamed }: Noun): boolean {
  const { isCaseless, language } = spot.reading
  const isSmallHouse = isHouse && (isInBrackets(spot) || isCaseless)
  return isSmallHouse || (isNamed && (language !== 'de' || isCapital(tokenOf(spot))))
}

/** "(Pôle emploi)": all words of a short clause that begins with a name. */
function wholeBracket(spot: Spot, noun: Noun): Noun | null {
  const { reading, at } = spot
  const isNoun = reading.language === 'de' && !isInBrackets(spot)
  if ((!noun.isNamed && !noun.isHouse) || isNoun) return null
  const next = reading.tokens.findIndex((token, index) => index > at && isBreak(token))
  const close = next === -1 ? reading.tokens.length : next
  const rest = reading.tokens.slice(noun.end, close)
  const isShort = close > noun.end && close - at <= 3
  const isName = rest.every((token) => token.kinds.size === 0 && tradeLength(token) === 0)
  return isShort && isName ? { ...noun, end: close } : null
}

/** A place where the line begins: "Kita-Sommerfest, …", "dentist waiting room, …", "Café Gijón: …". */
export function firstScene(spot: Spot): Chunk | null {
  const { reading, at } = spot
  if (!isWhereSceneStands(spot) || hasPerson(spot) || has(tokenOf(spot), 'about')) return null
  const hosts = hostsScene(reading, at)
  if (hosts) return whereFrom(hosts, 'scene', at)
  const dinner = dinnerScene(reading, at)
  if (dinner) return whereFrom(dinner, 'scene', at)
  const noun = nounAt(reading, at)
  const isName = isGivenName(foldedAt(reading, at), { small: true })
  if (!noun?.isPlace || noun.from !== at || isName || isVerbFirst(reading, at)) return null
  return isOtherThanScene(spot, noun) ? null : whereFrom(noun, 'scene', at)
}

function isWhereSceneStands(spot: Spot): boolean {
  const before = kindBefore(spot)
  return before === null || before === 'day' || before === 'break'
}

/** "Apanhei boleia": where adjectives stand behind, what stands before a place is no part of it. */
function isVerbFirst(reading: Reading, at: number): boolean {
  const isRomance = /^(?:es|fr|pt)$/.test(reading.language)
  const isOfPlace = isPlaceWord(reading, at) || isHouseWord(reading, at)
  return isRomance && at === 0 && !isOfPlace && tokenAt(reading, at).kinds.size === 0
}

/** A talk ("coffee with"), a trade ("dentist"), or a name with a place behind it. */
function isOtherThanScene(spot: Spot, noun: Noun): boolean {
  const { reading, at } = spot
  const token = tokenOf(spot)
  if (noun.end === at + 1 && tradeLength(token) > 0) return true
  const rival = Math.max(lengthOf(token, 'talk'), lengthOf(token, 'message'))
  const isRival = has(token, 'message') || isTalkNotPlace(reading, at, noun)
  if (isRival && lengthOf(token, 'place') <= rival) return true
  const isPlace = isPlaceWord(reading, at) || isPlaceWord(reading, noun.end - 1)
  return isCapital(token) && !isPlace
}

/** "Café mit Ana" is a talk, "Café Gijón" a place. */
function isTalkNotPlace(reading: Reading, at: number, noun: Noun): boolean {
  const length = lengthOf(tokenAt(reading, at), 'talk')
  if (length === 0) return false
  const behind = tokenAt(reading, at + length)
  const isName = isCapital(behind) && !isGivenName(behind.folded, { small: false })
  return noun.end === at + length || !isName || has(behind, 'with', 'from', 'of')
}

/** "Cena del congreso:", "Dîner du congrès :": a talk of an occasion, where one sat with many. */
function dinnerScene(reading: Reading, at: number): Noun | null {
  const isTalk = has(tokenAt(reading, at), 'talk') && has(tokenAt(reading, at + 1), 'of')
  const noun = isTalk ? nounAt(reading, at + 2) : null
  const isOccasion = noun?.isPlace === true && isBreak(tokenAt(reading, noun.end))
  return isOccasion ? { ...noun, from: at } : null
}

/** "Ruth & Obi's wedding". */
function hostsScene(reading: Reading, at: number): Noun | null {
  if (has(tokenAt(reading, at), 'at', 'about', 'from', 'with') || dayEnd(reading, at) > at)
    return null
  let end = at
  while (end < at + 4 && isCapital(tokenAt(reading, end)) && !isGenitive(tokenAt(reading, end))) {
    end += has(tokenAt(reading, end + 1), 'and') ? 2 : 1
  }
  const host = tokenAt(reading, end)
  const noun = isGenitive(host) && isCapital(host) ? nounAt(reading, end + 1) : null
  return noun?.isPlace ? { ...noun, from: at } : null
}

/** "church bbq.", "five a side last night": a place by itself, where a clause begins; behind somebody a house. */
export function sceneAt(spot: Spot): Chunk | null {
  if (!isWhereSceneStands(spot)) return null
  if (hasPerson(spot)) return houseAlone(spot)
  const noun = nounAt(spot.reading, spot.at)
  return noun?.isPlace ? whereFrom(noun, 'scene', spot.at) : null
}
