import type { Column } from './aspects.ts'
import type { Candidates } from './candidates.ts'
import type { Patterns } from './comparing.ts'
import type { Progress } from './records.ts'
import { isCertain, mostProbable, shownBy } from './restraint.ts'

/** By pattern: the highest probability it may have, and whether it is certain. */
export interface PatternBounds {
  readonly most: Float64Array
  readonly certain: Uint8Array
}

export function boundPatterns(patterns: Patterns, columns: readonly Column[]): PatternBounds {
  const { count, width, levels } = patterns
  const most = new Float64Array(count)
  const certain = new Uint8Array(count)
  const read = shownBy(columns)
  for (let number = 0; number < count; number++) {
    const shown = read(levels, number * width)
    most[number] = mostProbable(shown)
    certain[number] = isCertain(shown) ? 1 : 0
  }
  return { most, certain }
}

/** By pattern: its weight without rarity and prior. */
export function weighPatterns(
  { count, width, levels }: Patterns,
  weigh: (levels: Uint8Array, from: number) => number,
): Float64Array {
  const weight = new Float64Array(count)
  for (let number = 0; number < count; number++) weight[number] = weigh(levels, number * width)
  return weight
}

export interface PatternScores extends PatternBounds {
  readonly weight: Float64Array
}

const leastCertain = 0.99

/** The probability that a pair is one person, from its weight with rarity and the odds before anything was compared. */
export function probability(
  logOdds: number,
  { most, certain }: { readonly most: number; readonly certain: boolean },
): number {
  const p = 1 / (1 + Math.exp(-logOdds))
  return most * (certain ? Math.max(leastCertain, p) : p)
}

/** What is taken for granted about a book before it is seen: one card in twenty has a twin. */
const shippedShare = 0.05

export function shippedMatches(records: number): number {
  return shippedShare * records
}

const trustInShare = 200
const rounds = 8

/**
 * The odds that two records at random are one person, such that they fit the matches found. Starts from few, since a
 * start from many would make every namesake a match.
 */
export function* priorOf(
  candidates: Candidates,
  scores: PatternScores,
  book: { readonly records: number; readonly pairs: number },
): Generator<Progress, number> {
  const shipped = shippedMatches(book.records)
  let expected = shipped
  for (let round = 0; round < rounds; round++) {
    yield { step: 'score', done: round, of: rounds }
    const share = Math.min(0.5, Math.max(1e-12, expected / book.pairs))
    const found = yield* matchesFound(candidates, scores, Math.log(share / (1 - share)))
    const next = (found * book.records + shipped * trustInShare) / (book.records + trustInShare)
    if (Math.abs(next - expected) < 0.001 * expected) break
    expected = next
  }
  const share = Math.min(0.5, Math.max(1e-12, expected / book.pairs))
  return Math.log(share / (1 - share))
}

const stride = 50_000

function* matchesFound(
  { count, pattern, rare }: Candidates,
  { weight, most }: PatternScores,
  prior: number,
): Generator<Progress, number> {
  let found = 0
  for (let at = 0; at < count; at++) {
    if (at % stride === 0) yield { step: 'score', done: at, of: count }
    const number = pattern[at]!
    const p = 1 / (1 + Math.exp(-(weight[number]! + rare[at]! + prior)))
    found += most[number]! * p
  }
  return found
}
