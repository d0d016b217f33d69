import { isGivenName } from './given-names.ts'
import { isSmallFullName, type Name, nameAt } from './names.ts'
import type { Prefix } from './prefix.ts'
import { prefixAt } from './prefixes.ts'
import type { Lead, Reading } from './reading.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isGenitive,
  isOfCaselessScript,
  isQuality,
  lengthOf,
  tokenAt,
} from './tokens.ts'

/** Somebody a captured line speaks of: by name, or only described ("my uncle's neighbour"). */
export interface FoundPerson {
  readonly name: string | null
  readonly described: string | null
  readonly known: boolean
  /** Beyond doubt somebody: a name we know, or words for people before it. */
  readonly isSure: boolean
  /** A title, a relation or a trade stands before the name. */
  readonly isLed: boolean
  /** What somebody does, where it stands before the name: "Rechtsanwalt Faruk Demir". */
  readonly role: string | null
  /** "two midwives": more than one, and not who. */
  readonly isSeveral: boolean
  /** "her boss", "a mulher dele": of somebody who was named before. */
  readonly isTheirs: boolean
  readonly next: number
}

export interface Expected {
  readonly lead: Lead
  /** Somebody was found before, and nothing joins another to them. */
  readonly hasPerson: boolean
}

/** Whoever is named or described at a token; null where nobody is. */
export function personAt(reading: Reading, at: number, expected: Expected): FoundPerson | null {
  const prefix = prefixAt(reading, at)
  const isPeople = prefix.isTitled || prefix.isRelated || prefix.isSomeone
  const isLed = isPeople || (prefix.trade !== null && !expected.hasPerson)
  const lead = isLed || expected.lead === 'led' ? 'led' : 'free'
  const name = canName(reading, prefix, expected)
    ? nameAt(reading, behindCalled(reading, prefix), leadOf(reading, prefix, lead))
    : null
  if (name) return named(reading, { prefix, name, isLed, expected })
  return isLed ? described(reading, prefix, expected) : null
}

/** "hablé con el que": behind an article and a small word no name is meant. */
function leadOf(reading: Reading, prefix: Prefix, lead: Lead): Lead {
  if (prefix.isTitled) return 'titled'
  const token = tokenAt(reading, prefix.next)
  const isOpen = prefix.isRelated || (prefix.trade === null && !prefix.hasArticle)
  const isLarge = isCapital(token) && !reading.isCaseless
  if (isOpen || isLarge || isOfCaselessScript(token)) return lead
  return isSmallNameBehind(reading, prefix) ? lead : 'free'
}

/** Behind a trade a given name, or where capitals tell nothing any word that is no quality; behind an article a name. */
function isSmallNameBehind(reading: Reading, { next, trade }: Prefix): boolean {
  const { folded } = tokenAt(reading, next)
  const isNamed = isGivenName(folded, { small: true }) || isSmallFullName(reading, next)
  if (trade === null) return reading.isCaseless && isNamed
  return isNamed || (reading.isCaseless && !isQuality(folded))
}

function behindCalled(reading: Reading, { next, isSomeone, isRelated, trade }: Prefix): number {
  const isDescribed = isSomeone || isRelated || trade !== null
  return isDescribed ? next + lengthOf(tokenAt(reading, next), 'called') : next
}

function canName(reading: Reading, prefix: Prefix, { hasPerson }: Expected): boolean {
  const token = tokenAt(reading, prefix.next)
  if (isBreak(token)) return false
  // "designer Figma": behind somebody a trade and a name are what they do and where.
  const isTradeAlone = prefix.trade !== null && !prefix.isTitled && !prefix.isRelated
  return !(hasPerson && isTradeAlone)
}

interface Naming {
  readonly prefix: Prefix
  readonly name: Name
  readonly isLed: boolean
  readonly expected: Expected
}

function named(reading: Reading, { prefix, name, isLed, expected }: Naming): FoundPerson | null {
  const isBehindArticle = prefix.hasArticle && !isLed && expected.lead === 'free'
  const isPersonal = /^(?:el|la|o|a|der|die|le)$/.test(foldedAt(reading, prefix.from))
  if (isBehindArticle && !name.isSure && !isPersonal) return null
  const called = isCalledSo(reading, prefix) ? `${slice(reading, prefix.from, prefix.next)} ` : ''
  return {
    name: `${called}${name.name}`,
    described: null,
    known: name.known,
    isSure: name.isSure || isLed,
    isLed,
    role: tradeOf(reading, prefix),
    isSeveral: false,
    isTheirs: isOfSomebody(reading, prefix),
    next: name.next,
  }
}

const theirs =
  /^(?:his|her|their|su|sus|son|sa|ses|leurs?|ihre?[nmrs]?|seine?[nmrs]?|deren|dessen|seus?|suas?)$/

/** "her boss", "sa sœur", "a mulher dele". */
function isOfSomebody(reading: Reading, { from, next, isRelated, trade }: Prefix): boolean {
  const isOwned = theirs.test(foldedAt(reading, from))
  // "der chef heißt Bogdan"
  const isCalled = has(tokenAt(reading, next), 'called')
  const isOfWhom = isOwned || isCalled || /^del[ae]s?$/.test(foldedAt(reading, next - 1))
  return (isRelated || trade !== null) && isOfWhom
}

/** "Opa Karl", "Grandma Rose": what one calls them is their name. */
function isCalledSo(reading: Reading, { from, next }: Prefix): boolean {
  const isFond =
    /^(?:opa|oma|grandma|grandpa|granny|nan|mamie|papi|papy|tonton|tata|auntie|aunty)$/.test(
      foldedAt(reading, from),
    )
  return isFond && next === from + 1 && isCapital(tokenAt(reading, from))
}

function tradeOf(reading: Reading, { trade }: Prefix): string | null {
  return trade && slice(reading, trade.from, trade.end)
}

export function slice(reading: Reading, from: number, end: number): string | null {
  const words = reading.text.slice(tokenAt(reading, from).start, tokenAt(reading, end - 1).end)
  return end > from && words !== '' ? words : null
}

/** "with colleagues": nobody in particular. */
const many =
  /^(?:friends|colleagues|coworkers|neighbours|neighbors|people|folks|guys|women|men|girls|amigos|amigas|companeros|vecinos|primos|hermanos|chicos|chicas|colegas|amis|amies|potes|copains|collegues|voisins|gens|parents|freunde|freunden|freundinnen|kollegen|kolleginnen|nachbarn|leute|leuten|eltern|geschwister|kumpels|kommilitonen|vizinhos|gente|pessoas)$/

function described(reading: Reading, prefix: Prefix, { lead }: Expected): FoundPerson | null {
  const isWord = prefix.isRelated || prefix.isSomeone
  const isMeant = prefix.hasArticle || lead === 'led'
  const isSomebody = isWord ? isMeant || startsWithSomeone(reading, prefix) : isMeant
  const isDescribed = isWord || prefix.trade !== null
  if (!isDescribed || !isSomebody || isMany(reading, prefix)) return null
  return {
    name: null,
    described: slice(reading, prefix.from, prefix.next),
    known: false,
    isSure: true,
    isLed: true,
    role: tradeOf(reading, prefix),
    isSeveral: prefix.isSeveral,
    isTheirs: isOfSomebody(reading, prefix),
    next: prefix.next,
  }
}

function isMany(reading: Reading, { from, next, hasArticle }: Prefix): boolean {
  return !hasArticle && next === from + 1 && many.test(foldedAt(reading, from))
}

/** "someone in the queue", "mum's friend from book club", "prima do Rui", "Opa meinte". */
function startsWithSomeone(reading: Reading, { from, next }: Prefix): boolean {
  const token = tokenAt(reading, from)
  const before = tokenAt(reading, from - 1)
  const behind = tokenAt(reading, next)
  const isFollowed = isBreak(behind) || has(behind, 'says', 'at', 'from', 'is', 'works', 'of')
  const isWord = has(token, 'someone', 'relation') || isGenitive(token)
  const isFirst = isBreak(before) || has(before, 'and', 'met', 'with')
  return isWord && isFirst && (next > from + 1 || isFollowed)
}
