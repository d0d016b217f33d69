import type { Aspect, Column, Seen, WholeNames } from './aspects.ts'

/**
 * How far names go together in a book. Given and family names of one language, and of one generation, are found together
 * more often than chance has it: that is `lift`, where 1 is chance. `twins` is how many further cards of the same name a
 * card has that are of the same person.
 */
export interface Namesakes {
  readonly lift: number
  readonly twins: number
}

export const shippedNamesakes: Namesakes = { lift: 1, twins: 0.05 }
const leastTwins = 0.001
/** What is taken for granted of a small book weighs as much as so many cards with a name of which one more is expected. */
const trustInLift = 2
/** A name that a family hands down does not speak for all: none counts for more than such a share. */
const mostOfOne = 0.01

/**
 * Two reasons why a name stands on several cards: somebody has several, as often under a rare name as under a frequent
 * one; or several people bear it, in proportion to what the frequencies of its parts let expect. So how many other cards
 * hold the name of a card is a line over what is expected, by least squares: `twins` is where it begins, `lift` its slope.
 * Nothing but the names is looked at. Where all are as frequent as each other no slope is to be seen; chance is taken then.
 */
export function learnNamesakes(counts: readonly number[], expected: Float64Array): Namesakes {
  const all = expected.reduce((sum, here, term) => sum + here * (counts[term] ?? 0), 0)
  let [cards, inAll, squares, others, told] = [0, 0, 0, 0, 0]
  for (let term = 0; term < expected.length; term++) {
    const [count, here] = [counts[term] ?? 0, expected[term]!]
    const weight = Math.min(count, (mostOfOne * all) / here)
    cards += weight
    inAll += weight * here
    squares += weight * here ** 2
    others += weight * (count - 1)
    told += weight * (count - 1) * here
  }
  if (cards === 0) return shippedNamesakes
  const spread = squares + trustInLift - inAll ** 2 / cards
  const slope = (told + trustInLift * shippedNamesakes.lift - (inAll * others) / cards) / spread
  const lift = Math.max(shippedNamesakes.lift, slope)
  return { lift, twins: Math.max(leastTwins, (others - lift * inAll) / cards) }
}

function shareOfNamesakes(expected: number, { lift, twins }: Namesakes): number {
  return (lift * expected) / (lift * expected + twins)
}

/** How far single names may be from the book's lift: the shape of a gamma distribution, here an exponential one. */
const evenness = 1

/**
 * How much more frequent a name is than its parts let expect, seeing on how many cards it stands. The two that are
 * compared are left out; of the others only as many count as are likely to be namesakes.
 */
export function liftOf(count: number, expected: number, book: Namesakes): number {
  const others = Math.max(0, count - 2) * shareOfNamesakes(expected, book)
  return (evenness + others) / (evenness / book.lift + expected)
}

/** What is known of whole names before pairs are compared; all in natural logarithms. */
export interface NameRarity {
  readonly book: Namesakes
  /** The chance that a stranger bears this name: as a whole, and as its parts alone let expect. */
  wholeOf(term: number): number
  partsOf(term: number): number
  /** The chance that a stranger bears this given name (column 0) or family name (column 1). */
  partOf(column: 0 | 1, term: number): number
  /** The chance that two strangers bear one name. */
  readonly base: number
}

export function wholeNamesIn(aspects: readonly Aspect[]): WholeNames | null {
  return aspects.find(({ whole }) => whole)?.whole ?? null
}

/** How often somebody writes a name the wrong way round. */
const shareOfSwapped = 0.02

const sameGiven: ReadonlySet<string> = new Set(['same', 'part'])
const sameFamily: ReadonlySet<string> = new Set(['same'])

/**
 * What two names weigh beyond their parts: less where parts that go together agree, and as much as the whole name where
 * it stands the wrong way round. Whoever bears such a name the right way round is another reason for that.
 */
export function wholeNameWeigher(
  [given, family]: readonly Column[],
  names: NameRarity,
): (seen: Seen, from: number, one: number, other: number) => number {
  const [ofGiven, ofFamily] = [flagged(given, sameGiven), flagged(family, sameFamily)]
  const swapped = 1 + (given?.levels ?? []).findIndex(({ name }) => name === 'swapped')

  return (seen, from, one, other) => {
    const levels = seen.level
    if (levels[from] === swapped) {
      const [a, b] =
        one < 0 || other < 0
          ? halves(names, seen, from)
          : [names.wholeOf(one), names.wholeOf(other)]
      return names.base - eitherWay(a, b)
    }
    if (one < 0 || other < 0) return 0
    if (one !== other || ofGiven[levels[from]!] === 0 || ofFamily[levels[from + 1]!] === 0) return 0
    return names.partsOf(one) - names.wholeOf(one)
  }
}

function flagged(column: Column | undefined, set: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from([0, ...(column?.levels ?? []).map(({ name }) => Number(set.has(name)))])
}

/** Where one side has a single name: the given name of the one that is the family name of the other. */
function halves(names: NameRarity, { termOfA, termOfB }: Seen, from: number): [number, number] {
  const forth = [termOfA[from]!, termOfB[from + 1]!] as const
  const [given, family] = Math.min(...forth) < 0 ? [termOfB[from]!, termOfA[from + 1]!] : forth
  return [names.partOf(0, given), names.partOf(1, family)]
}

/** One of the two is written the wrong way round; or a stranger is named so, which is as likely as it is rarely done. */
function eitherWay(a: number, b: number): number {
  const [rarer, other] = a < b ? [a, b] : [b, a]
  return Math.log(Math.exp(other) + Math.exp(rarer) / shareOfSwapped)
}
