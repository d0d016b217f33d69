import type { Column } from './aspects.ts'
import type { Comparer, Rarity } from './comparing.ts'
import {
  learnNamesakes,
  liftOf,
  type NameRarity,
  type Namesakes,
  wholeNamesIn,
} from './namesakes.ts'
import { type Layout, pairsAmong, type Readings } from './reading.ts'
import type { Progress } from './records.ts'
import { type Chances, weigherOf, type Weights, weightsOf } from './weighing.ts'

const randomPairs = 100_000
/** What the shipped chances weigh: as much as so many pairs seen. */
const trustInU = 1000
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
  return rarityFrom(layout, { base, held, namesakes: null })
}

/** The rarity of terms whose counts a layout knows already. */
export function rarityFrom(
  layout: Layout,
  {
    base,
    held,
    namesakes,
  }: {
    readonly base: readonly number[]
    readonly held: readonly number[]
    /** Null where they are still to be learned from the counts. */
    readonly namesakes: Namesakes | null
  },
): Rarity {
  const all = layout.aspects.flatMap(({ terms, columns }) =>
    columns.map(({ levels }, at) => ({ counts: terms[at]!.counts, shipped: levels[0]!.u })),
  )
  const logOf = (count: number, column: number) =>
    Math.log(
      (Math.max(0, count - 2) + trustInTerms * all[column]!.shipped) /
        (Math.max(0, held[column]! - 2) + trustInTerms),
    )
  const parts = {
    held,
    base,
    logs: all.map(({ counts }, column) =>
      Float32Array.from(counts, (count) => logOf(count, column)),
    ),
    unheard: all.map((_, column) => logOf(0, column)),
  }
  return { ...parts, names: nameRarity(layout, parts, namesakes) }
}

/** Of whole names; names stand first in a layout. */
function nameRarity(
  layout: Layout,
  { base, held, logs, unheard }: Omit<Rarity, 'names'>,
  known: Namesakes | null,
): NameRarity | null {
  const whole = wholeNamesIn(layout.aspects)
  if (!whole) return null
  const { counts } = whole.terms
  const logOf = (column: number, term: number) => logs[column]![term] ?? unheard[column]!
  const columns = columnsOf(layout)
  const terms = layout.aspects[0]!.terms
  const others = (column: number, term: number, own: number) =>
    (Math.max(0, (terms[column]!.counts[term] ?? 0) - own) +
      trustInTerms * columns[column]!.levels[0]!.u) /
    (Math.max(0, held[column]! - own) + trustInTerms)
  const partsOf = (term: number) => {
    const [given, family] = whole.parts[term]!
    return logOf(0, given) + logOf(1, family)
  }
  /** Without those who bear this very name, since the cards of one person would let expect each other. */
  const chanceOf = (term: number) => {
    const own = counts[term] ?? 0
    const [given, family] = whole.parts[term]!
    return others(0, given, own) * others(1, family, own)
  }
  const expectedOf = (term: number) => chanceOf(term) * held[0]!
  const book =
    known ??
    learnNamesakes(
      counts,
      Float64Array.from(whole.parts, (_, term) => expectedOf(term)),
    )
  return {
    book,
    partsOf,
    partOf: logOf,
    wholeOf: (term) => Math.log(chanceOf(term) * liftOf(counts[term] ?? 0, expectedOf(term), book)),
    base: Math.min(base[0]! + base[1]! + Math.log(book.lift), base[0]!, base[1]!),
  }
}

/** A pair that weighs so much by the shipped chances is one person; in a small book even random pairs hold some. */
const knownToBeOne = Math.log(1000)

function shippedWeights(columns: readonly Column[]): Weights {
  return weightsOf(
    columns.map(({ levels }) => levels.map(({ m }) => m)),
    columns.map(({ levels }) => levels.map(({ u }) => u)),
  )
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
  const weigh = weigherOf(columns, shippedWeights(columns))
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
    if (weigh(comparer.level, 0) > knownToBeOne) continue
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

export function toOne(chances: readonly number[]): number[] {
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
