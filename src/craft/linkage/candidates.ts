import type { Blocks } from './blocks.ts'
import { blockGatherer } from './blocks.ts'
import { type HashedClues, type Meetings } from './clues.ts'
import { type Comparer, type Patterns, patternTable } from './comparing.ts'
import type { Readings } from './reading.ts'
import type { Progress } from './records.ts'

/** Every pair that was compared, in arrays: which records, how they agree, what rarity adds, by which rules they met. */
export interface Candidates {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly pattern: Int32Array
  /** Bit r is set where rule r brought the two together; rules from 31 on share the last bit. */
  readonly rules: Int32Array
  readonly rare: Float32Array
  readonly patterns: Patterns
}

const stride = 256
const mostPairsARecord = 60
const fewestPairs = 300_000

export function* blocksOf(readings: Readings, meetings: Meetings): Generator<Progress, Blocks> {
  const { records, clues, valueOf } = readings
  const gatherer = blockGatherer(records.length, meetings.rules)
  const own: (HashedClues | null)[] = clues.map(() => null)
  let record = 0
  const meet = (rule: number, key: number) => gatherer.meet(record, rule, key)
  for (; record < records.length; record++) {
    if (record % stride === 0) yield { step: 'block', done: record, of: records.length }
    for (let which = 0; which < clues.length; which++) {
      own[which] = clues[which]![valueOf[which]![record]!] ?? null
    }
    meetings.keys(own, meet)
  }
  return gatherer.finish(Math.max(fewestPairs, records.length * mostPairsARecord))
}

/** Goes through the blocks record by record, so that a pair that meets in ten of them is compared once. */
export function* compareAll(
  readings: Readings,
  blocks: Blocks,
  comparer: Comparer,
): Generator<Progress, Candidates> {
  const records = readings.records.length
  const { sets, setSizes } = readings
  const across = setSizes.length > 1
  const pairs = newPairs()
  const table = patternTable(comparer.level.length)
  const metBy = new Int32Array(records)
  const touched = new Int32Array(records)
  const passed = new Int32Array(blocks.begins.length)
  let count = 0

  function gather(a: number, block: number): void {
    const bit = 1 << Math.min(31, blocks.ruleOf[block]!)
    passed[block] = passed[block]! + 1
    const end = blocks.begins[block + 1]!
    for (let member = blocks.begins[block]! + passed[block]; member < end; member++) {
      const b = blocks.members[member]!
      if (across && sets[a] === sets[b]) continue
      if (metBy[b] === 0) touched[count++] = b
      metBy[b] = metBy[b]! | bit
    }
  }

  for (let a = 0; a < records; a++) {
    if (a % 16 === 0) yield { step: 'compare', done: a, of: records }
    count = 0
    const end = blocks.beginsOfRecord[a + 1]!
    for (let at = blocks.beginsOfRecord[a]!; at < end; at++) gather(a, blocks.blocks[at]!)
    for (let at = 0; at < count; at++) {
      const b = touched[at]!
      const rare = comparer.compare(a, b)
      pairs.add(a, b, { pattern: table.numberOf(comparer.level), rules: metBy[b]!, rare })
      metBy[b] = 0
    }
  }
  return { ...pairs.finish(), patterns: table.finish() }
}

function newPairs() {
  let room = 1 << 14
  let count = 0
  let a = new Int32Array(room)
  let b = new Int32Array(room)
  let pattern = new Int32Array(room)
  let rules = new Int32Array(room)
  let rare = new Float32Array(room)
  const wider = (array: Int32Array) => {
    const larger = new Int32Array(room)
    larger.set(array)
    return larger
  }
  return {
    add(
      one: number,
      other: number,
      seen: { readonly pattern: number; readonly rules: number; readonly rare: number },
    ): void {
      if (count === room) {
        room = Math.ceil(room * 1.6)
        a = wider(a)
        b = wider(b)
        pattern = wider(pattern)
        rules = wider(rules)
        const larger = new Float32Array(room)
        larger.set(rare)
        rare = larger
      }
      a[count] = one
      b[count] = other
      pattern[count] = seen.pattern
      rules[count] = seen.rules
      rare[count] = seen.rare
      count += 1
    },
    finish: () => ({ count, a, b, pattern, rules, rare }),
  }
}
