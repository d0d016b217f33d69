import type { Column } from './aspects.ts'
import type { Candidates } from './candidates.ts'
import type { Rule } from './clues.ts'
import type { Comparer, Rarity } from './comparing.ts'
import { type Layout, pairsAmong, type Readings } from './reading.ts'
import type { Progress } from './records.ts'

/** By column, by level less one: a chance. */
export type Chances = readonly (readonly number[])[]

const randomPairs = 200_000
/** What the shipped chances weigh: as much as so many pairs, or so many matches, seen. */
const trustInU = 1000
const trustInM = 40
/** And the shipped chance that two people share a value: as much as so many records. */
const trustInTerms = 200

export function columnsOf({ aspects }: Layout): Column[] {
  return aspects.flatMap(({ columns }) => columns)
}

/** How rare each term is, leaving out the two records that agree on it; small books lean on the shipped chance. */
export function rarityOf(layout: Layout): Rarity {
  const all = layout.aspects.flatMap(({ terms, columns }) =>
    columns.map(({ levels }, at) => ({ counts: terms[at]!.counts, shipped: levels[0]!.u })),
  )
  const held = all.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))
  const base = all.map(({ counts, shipped }, column) => {
    const pairs = counts.reduce((sum, count) => sum + count * Math.max(0, count - 1), 0)
    const among = held[column]! * Math.max(0, held[column]! - 1)
    return Math.log((pairs + trustInTerms ** 2 * shipped) / (among + trustInTerms ** 2))
  })
  return rarityFrom(layout, { base, held })
}

/** The rarity of terms whose counts a layout knows already. */
export function rarityFrom(
  layout: Layout,
  { base, held }: { readonly base: readonly number[]; readonly held: readonly number[] },
): Rarity {
  const all = layout.aspects.flatMap(({ terms, columns }) =>
    columns.map(({ levels }, at) => ({ counts: terms[at]!.counts, shipped: levels[0]!.u })),
  )
  const logOf = (count: number, column: number) =>
    Math.log(
      (Math.max(0, count - 2) + trustInTerms * all[column]!.shipped) /
        (Math.max(0, held[column]! - 2) + trustInTerms),
    )
  return {
    held,
    base,
    logs: all.map(({ counts }, column) =>
      Float32Array.from(counts, (count) => logOf(count, column)),
    ),
    unheard: all.map((_, column) => logOf(0, column)),
  }
}

/** How often each level is seen between two records taken at random; they are almost never one person. */
export function* chancesOfStrangers({
  layout,
  readings,
  comparer,
  rarity,
}: {
  readonly layout: Layout
  readonly readings: Readings
  readonly comparer: Comparer
  readonly rarity: Rarity
}): Generator<Progress, Chances> {
  const columns = columnsOf(layout)
  const counts = columns.map(({ levels }) => new Float64Array(levels.length + 1))
  const dice = diceOf(readings.records.length)
  const wanted = Math.min(randomPairs, pairsAmong(readings) * 2)
  const records = readings.records.length
  const across = readings.setSizes.length > 1
  for (let drawn = 0; drawn < wanted; drawn++) {
    if (drawn % 2000 === 0) yield { step: 'sample', done: drawn, of: wanted }
    const [a, b] = [dice(records), dice(records)]
    if (a === b || (across && readings.sets[a] === readings.sets[b])) continue
    comparer.compare(a, b)
    for (let column = 0; column < columns.length; column++) {
      const own = counts[column]!
      const level = comparer.level[column]!
      own[level] = own[level]! + 1
    }
  }
  return columns.map(({ levels }, column) => {
    const own = counts[column]!
    const seen = own.reduce((sum, count) => sum + count, 0) - own[0]!
    const chances = levels.map(({ u }, at) => (own[at + 1]! + trustInU * u) / (seen + trustInU))
    if (levels[0]!.rarity === 1) chances[0] = Math.exp(rarity.base[column]!)
    return toOne(chances)
  })
}

function toOne(chances: readonly number[]): number[] {
  const sum = chances.reduce((all, chance) => all + chance, 0)
  return chances.map((chance) => chance / sum)
}

/** The same numbers for the same book, so that the same book gives the same answer. */
function diceOf(seed: number): (below: number) => number {
  let state = (seed + 0x9e3779b9) >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/**
 * How often each level is seen between two records of one person, by expectation and maximisation over patterns
 * (Fellegi and Sunter 1969; Winkler 1988). Pairs of one rule agree by construction on its columns, so each rule is a
 * session that learns the other columns only; what the sessions say is averaged by how many matches they rest on.
 */
export function* chancesOfOne(
  candidates: Candidates,
  {
    columns,
    rules,
    u,
  }: { readonly columns: readonly Column[]; readonly rules: readonly Rule[]; readonly u: Chances },
): Generator<Progress, Chances> {
  const sums = columns.map(({ levels }) => levels.map(({ m }) => m * trustInM))
  const { patterns } = candidates
  const sessions = Math.min(31, rules.length)
  for (let session = 0; session < sessions; session++) {
    yield { step: 'learn', done: session, of: sessions }
    const counts = countsOf(candidates, session)
    const total = counts.reduce((sum, count) => sum + count, 0)
    if (total < 30) continue
    const fixed = new Set(rules[session]!.columns)
    const free = columns.flatMap((_, at) => (fixed.has(at) ? [] : [at]))
    const found = yield* learn({ patterns, counts, free, columns, u, total })
    for (const column of free) {
      const weight = found.share
      found.matches[column]!.forEach((count, at) => {
        sums[column]![at] = sums[column]![at]! + count * weight
      })
    }
  }
  return sums.map(toOne)
}

function countsOf({ count, pattern, rules, patterns }: Candidates, session: number): Float64Array {
  const counts = new Float64Array(patterns.count)
  const bit = 1 << session
  for (let at = 0; at < count; at++) {
    if ((rules[at]! & bit) !== 0) counts[pattern[at]!] = counts[pattern[at]!]! + 1
  }
  return counts
}

interface Session {
  readonly patterns: Candidates['patterns']
  readonly counts: Float64Array
  readonly free: readonly number[]
  readonly columns: readonly Column[]
  readonly u: Chances
  readonly total: number
}

const mostRounds = 25

/** Expected matches by column and level, and which share of the session's pairs is one person. */
function* learn({ patterns, counts, free, columns, u, total }: Session) {
  let m = columns.map(({ levels }) => levels.map((level) => level.m))
  let share = 0.3
  let matches: number[][] = []
  for (let round = 0; round < mostRounds; round++) {
    yield { step: 'learn', done: round, of: mostRounds } as const
    const logs = m.map((own, column) => own.map((chance, at) => Math.log(chance / u[column]![at]!)))
    matches = columns.map(({ levels }) => levels.map(() => 0))
    let expected = 0
    const odds = Math.log(share / (1 - share))
    for (let number = 0; number < patterns.count; number++) {
      const count = counts[number]!
      if (count === 0) continue
      const from = number * patterns.width
      const weight = count / (1 + Math.exp(-odds - sumOf(free, logs, { patterns, from })))
      expected += weight
      add(weight, matches, { free, patterns, from })
    }
    m = matches.map((own, column) =>
      toOne(own.map((count, at) => count + columns[column]!.levels[at]!.m * trustInM)),
    )
    const next = Math.min(0.999, Math.max(1e-5, expected / total))
    if (Math.abs(next - share) < 1e-4 * share) break
    share = next
  }
  return { matches, share }
}

interface Place {
  readonly patterns: Candidates['patterns']
  readonly from: number
}

function sumOf(
  free: readonly number[],
  logs: readonly (readonly number[])[],
  { patterns, from }: Place,
): number {
  let sum = 0
  for (const column of free) {
    const level = patterns.levels[from + column]!
    if (level > 0) sum += logs[column]![level - 1]!
  }
  return sum
}

function add(
  weight: number,
  matches: readonly number[][],
  { free, patterns, from }: Place & { readonly free: readonly number[] },
): void {
  for (const column of free) {
    const level = patterns.levels[from + column]!
    if (level > 0) matches[column]![level - 1] = matches[column]![level - 1]! + weight
  }
}
