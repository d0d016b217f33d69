import type { Column } from './aspects.ts'
import type { Candidates } from './candidates.ts'
import type { Rule } from './clues.ts'
import type { Progress } from './records.ts'
import { shippedMatches, weighPatterns } from './scoring.ts'
import { toOne } from './strangers.ts'
import { type Chances, weigherOf, weightsOf } from './weighing.ts'

/** What the shipped chances weigh: as much as so many matches seen. */
const trustInM = 40
const mostRounds = 30

/**
 * How often each level is seen between two records of one person, by expectation and maximisation over patterns
 * (Fellegi and Sunter 1969; Winkler 1988). Two things keep it from calling every office one person: the odds are those
 * among all pairs of the book, met or not; and pairs that a rule brought together agree by construction on its
 * columns, so a column is learned only from pairs that some rule without it brought together.
 */
export function* chancesOfOne(
  candidates: Candidates,
  book: {
    readonly columns: readonly Column[]
    readonly rules: readonly Rule[]
    readonly u: Chances
    /** The natural logarithm of the chance that two strangers bear one name. */
    readonly sameName: number | null
    /** By pattern, the highest probability it may have; those that are certainly two teach nothing. */
    readonly most: Float64Array
    readonly records: number
    readonly pairs: number
  },
): Generator<Progress, { readonly m: Chances; readonly u: Chances }> {
  const { columns } = book
  const { patterns } = candidates
  const seen = yield* countPatterns(candidates, book.rules)
  let m: Chances = columns.map(({ levels }) => levels.map((level) => level.m))
  let u = withSwapped(columns, m, book)
  let matches = shippedMatches(book.records)
  for (let round = 0; round < mostRounds; round++) {
    yield { step: 'learn', done: round, of: mostRounds }
    const weight = weighPatterns(patterns, weigherOf(columns, weightsOf(m, u)))
    const odds = Math.log(matches / book.pairs)
    const sums = columns.map(({ levels }) => levels.map((level) => level.m * trustInM))
    let found = 0
    for (let number = 0; number < patterns.count; number++) {
      if (book.most[number]! < 0.5) continue
      const p = 1 / (1 + Math.exp(-(weight[number]! + seen.rare[number]! + odds)))
      found += p * seen.count[number]!
      addLevels(sums, p, {
        levels: patterns.levels,
        counts: seen.learnable,
        from: number * patterns.width,
      })
    }
    m = sums.map(toOne)
    u = withSwapped(columns, m, book)
    const next = Math.min(book.pairs / 2, Math.max(shippedMatches(2), blended(found, book.records)))
    if (Math.abs(next - matches) < 0.002 * matches) break
    matches = next
  }
  return { m, u }
}

/** Whoever writes names the wrong way round does so with those of strangers too: as often, where these bear one name. */
function withSwapped(
  columns: readonly Column[],
  m: Chances,
  { u, sameName }: { readonly u: Chances; readonly sameName: number | null },
): Chances {
  if (sameName === null) return u
  return columns.map(({ levels }, at) =>
    levels.map(({ name }, level) =>
      name === 'swapped' ? m[at]![level]! * Math.exp(sameName) : u[at]![level]!,
    ),
  )
}

function blended(found: number, records: number): number {
  return (found * records + shippedMatches(records) * trustInM) / (records + trustInM)
}

interface Counted {
  /** By pattern: how many pairs show it, and what rarity adds to them on average. */
  readonly count: Float64Array
  readonly rare: Float64Array
  /** By pattern and column: how many of them may teach the column. */
  readonly learnable: Float32Array
}

const stride = 20_000

function* countPatterns(
  { count: pairs, pattern, rules: metBy, rare, patterns }: Candidates,
  rules: readonly Rule[],
): Generator<Progress, Counted> {
  const { width } = patterns
  const counted = {
    count: new Float64Array(patterns.count),
    rare: new Float64Array(patterns.count),
    learnable: new Float32Array(patterns.count * width),
  }
  const known = new Map<number, Uint8Array>()
  for (let at = 0; at < pairs; at++) {
    if (at % stride === 0) yield { step: 'learn', done: at, of: pairs }
    const number = pattern[at]!
    counted.count[number] = counted.count[number]! + 1
    counted.rare[number] = counted.rare[number]! + rare[at]!
    const met = metBy[at]!
    let free = known.get(met)
    if (!free) known.set(met, (free = freeColumns(met, rules, width)))
    for (let column = 0; column < width; column++) {
      const cell = number * width + column
      counted.learnable[cell] = counted.learnable[cell]! + free[column]!
    }
  }
  for (let number = 0; number < patterns.count; number++) {
    counted.rare[number] = counted.rare[number]! / Math.max(1, counted.count[number]!)
  }
  return counted
}

/** 1 for each column that one of the rules a pair met by says nothing about. */
function freeColumns(met: number, rules: readonly Rule[], width: number): Uint8Array {
  const free = new Uint8Array(width)
  for (let rule = 0; rule < Math.min(31, rules.length); rule++) {
    if ((met & (1 << rule)) === 0) continue
    const fixed = rules[rule]!.columns
    for (let column = 0; column < width; column++) if (!fixed.includes(column)) free[column] = 1
  }
  return free
}

function addLevels(
  sums: readonly number[][],
  p: number,
  {
    levels,
    counts,
    from,
  }: {
    readonly levels: Uint8Array
    readonly counts: Float32Array
    readonly from: number
  },
): void {
  for (let column = 0; column < sums.length; column++) {
    const level = levels[from + column]!
    if (level === 0) continue
    const own = sums[column]!
    own[level - 1] = own[level - 1]! + p * counts[from + column]!
  }
}
