import type { Seen } from './aspects.ts'
import { madeOfNames } from './made-mail.ts'
import { type NameRarity, wholeNameWeigher } from './namesakes.ts'
import type { Layout, Readings } from './reading.ts'

/** What is known of every column before pairs are compared: the rarity of terms, as logarithms. */
export interface Rarity {
  /** By column, by term: the natural logarithm of the chance that somebody else holds it. */
  readonly logs: readonly Float32Array[]
  /** By column: the logarithm of the chance that two records agree on the value. */
  readonly base: readonly number[]
  /** By column: how many values there are, and the logarithm for a term that is not among `logs`. */
  readonly held: readonly number[]
  readonly unheard: readonly number[]
  /** Null where no column holds a name. */
  readonly names: NameRarity | null
}

export interface Comparer {
  /** Levels of the last pair compared, by column. */
  readonly level: Uint8Array
  /** Compares two records and tells what the rarity of their agreements adds, in natural logarithms. */
  compare(a: number, b: number): number
}

const memoBits = 14
const memoSize = 1 << memoBits

/**
 * Remembers, for every aspect, the last pairs of values seen: a pair of frequent values comes again and again,
 * and a table that forgets holds the same memory for any number of records.
 */
export function comparerOf(layout: Layout, readings: Readings, rarity: Rarity): Comparer {
  const { aspects, firstColumns, width } = layout
  const level = new Uint8Array(width)
  const asTwoAddresses = madeOfNames(aspects.flatMap(({ columns }) => columns))
  const seen: Seen = {
    level,
    termOfA: new Int32Array(width),
    termOfB: new Int32Array(width),
  }
  const memos = aspects.map(({ columns }, which) =>
    comesAgain(readings, which) ? newMemo(columns.length) : null,
  )
  const shares = aspects.flatMap(({ columns }) =>
    columns.map(({ levels }) =>
      Float64Array.from([0, ...levels.map(({ rarity: share = 0 }) => share)]),
    ),
  )

  function rareness(from: number, to: number): number {
    let sum = 0
    for (let column = from; column < to; column++) {
      const share = shares[column]![level[column]!]!
      if (share === 0) continue
      const [a, b] = [seen.termOfA[column]!, seen.termOfB[column]!]
      if (a < 0 || b < 0) continue
      const logs = rarity.logs[column]!
      const unheard = rarity.unheard[column]!
      sum += share * (rarity.base[column]! - ((logs[a] ?? unheard) + (logs[b] ?? unheard)) / 2)
    }
    return sum
  }

  const wholes = aspects.map(({ whole, columns }) =>
    whole && rarity.names ? wholeNameWeigher(columns, rarity.names) : null,
  )

  function compareFresh(which: number, one: number, other: number): number {
    const aspect = aspects[which]!
    const [a, b] = [readings.values[which]![one], readings.values[which]![other]]
    const from = firstColumns[which]!
    aspect.compare(a, b, seen, from)
    const parts = rareness(from, from + aspect.columns.length)
    const weighWhole = wholes[which]
    if (!weighWhole) return parts
    return parts + weighWhole(seen, from, aspect.wholeOf?.(a) ?? -1, aspect.wholeOf?.(b) ?? -1)
  }

  function compareValues(which: number, low: number, high: number): number {
    const memo = memos[which]
    if (!memo) return compareFresh(which, low, high)
    const columns = aspects[which]!.columns.length
    const from = firstColumns[which]!
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - memoBits)
    const key = low * 0x4000000 + high
    if (memo.keys[slot] === key) {
      for (let at = 0; at < columns; at++) level[from + at] = memo.levels[slot * columns + at]!
      return memo.rare[slot]!
    }
    const rare = compareFresh(which, low, high)
    memo.keys[slot] = key
    for (let at = 0; at < columns; at++) memo.levels[slot * columns + at] = level[from + at]!
    memo.rare[slot] = rare
    return rare
  }

  return {
    level,
    compare(a, b) {
      let rare = 0
      for (let which = 0; which < aspects.length; which++) {
        const from = firstColumns[which]!
        const columns = aspects[which]!.columns.length
        const [one, other] = [readings.valueOf[which]![a]!, readings.valueOf[which]![b]!]
        if (one < 0 || other < 0) {
          level.fill(0, from, from + columns)
          continue
        }
        const [low, high] = one < other ? [one, other] : [other, one]
        rare += compareValues(which, low, high)
      }
      asTwoAddresses(level)
      return rare
    },
  }
}

interface Memo {
  readonly keys: Float64Array
  readonly levels: Uint8Array
  readonly rare: Float32Array
}

function newMemo(columns: number): Memo {
  return {
    keys: new Float64Array(memoSize).fill(-1),
    levels: new Uint8Array(memoSize * columns),
    rare: new Float32Array(memoSize),
  }
}

const fewRecords = 1000

/** Is it worth remembering pairs of its values? Not where nearly every record holds one of its own. */
function comesAgain({ values, records }: Readings, which: number): boolean {
  return records.length >= fewRecords && values[which]!.length * 3 < records.length
}

/** Different patterns of levels, numbered. */
export interface Patterns {
  readonly width: number
  readonly count: number
  /** Levels of pattern after pattern. */
  readonly levels: Uint8Array
}

export function patternTable(width: number) {
  let slots = 1 << 12
  let table = new Int32Array(slots)
  let levels = new Uint8Array(width << 11)
  let count = 0

  function slotOf(pattern: Uint8Array, from: number): number {
    let hash = 7
    for (let at = 0; at < width; at++) hash = Math.imul(hash, 31) + pattern[from + at]!
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & (slots - 1)
    while (table[slot] !== 0 && !same(table[slot]! - 1, pattern, from))
      slot = (slot + 1) & (slots - 1)
    return slot
  }

  function same(number: number, pattern: Uint8Array, from: number): boolean {
    for (let at = 0; at < width; at++) {
      if (levels[number * width + at] !== pattern[from + at]) return false
    }
    return true
  }

  function widen(): void {
    slots *= 2
    table = new Int32Array(slots)
    for (let number = 0; number < count; number++)
      table[slotOf(levels, number * width)] = number + 1
  }

  return {
    numberOf(pattern: Uint8Array): number {
      const slot = slotOf(pattern, 0)
      if (table[slot] !== 0) return table[slot]! - 1
      if ((count + 1) * width > levels.length) {
        const larger = new Uint8Array(levels.length * 2)
        larger.set(levels)
        levels = larger
      }
      levels.set(pattern, count * width)
      count += 1
      table[slot] = count
      if (count * 2 > slots) widen()
      return count - 1
    },
    finish: (): Patterns => ({ width, count, levels }),
  }
}
