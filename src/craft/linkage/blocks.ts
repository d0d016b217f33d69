import type { Rule } from './clues.ts'

/** A block that was not gone through, because comparing everybody in it would cost more than it tells. */
export interface SkippedBlock {
  readonly rule: string
  readonly size: number
}

export interface Blocks {
  /** By block, where its members begin in `members`; one more at the end. */
  readonly begins: Int32Array
  readonly members: Int32Array
  readonly ruleOf: Int32Array
  /** By record, where its blocks begin in `blocks`. */
  readonly beginsOfRecord: Int32Array
  readonly blocks: Int32Array
  readonly skipped: readonly SkippedBlock[]
}

const mostSkippedTold = 100

/** Gathers (key, record) entries, then sorts records into blocks. Records come in order. */
export function blockGatherer(records: number, rules: readonly Rule[]) {
  let slots = 1 << 16
  let keys = new Float64Array(slots)
  let blockAt = new Int32Array(slots)
  let count = 0
  let sizes: Int32Array = new Int32Array(1 << 15)
  let last: Int32Array = new Int32Array(1 << 15)
  let ruleOf: Int32Array = new Int32Array(1 << 15)
  let entryBlock: Int32Array = new Int32Array(1 << 17)
  let entryRecord: Int32Array = new Int32Array(1 << 17)
  let entries = 0

  function slotOf(key: number): number {
    let slot = (key % 0xfffffffb) & (slots - 1)
    while (blockAt[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slots - 1)
    return slot
  }

  function widen(): void {
    const [oldKeys, oldBlocks] = [keys, blockAt]
    slots *= 2
    keys = new Float64Array(slots)
    blockAt = new Int32Array(slots)
    for (let at = 0; at < oldKeys.length; at++) {
      if (oldBlocks[at] === 0) continue
      const slot = slotOf(oldKeys[at]!)
      keys[slot] = oldKeys[at]!
      blockAt[slot] = oldBlocks[at]!
    }
  }

  function blockOf(rule: number, key: number): number {
    const slot = slotOf(key)
    const known = blockAt[slot]!
    if (known !== 0) return known - 1
    if (count === sizes.length) {
      sizes = grown(sizes)
      last = grown(last)
      ruleOf = grown(ruleOf)
    }
    keys[slot] = key
    count += 1
    blockAt[slot] = count
    ruleOf[count - 1] = rule
    last[count - 1] = -1
    if (count * 2 > slots) widen()
    return count - 1
  }

  return {
    meet(record: number, rule: number, key: number): void {
      const block = blockOf(rule, key)
      if (last[block] === record) return
      last[block] = record
      sizes[block] = sizes[block]! + 1
      if (entries === entryBlock.length) {
        entryBlock = grown(entryBlock)
        entryRecord = grown(entryRecord)
      }
      entryBlock[entries] = block
      entryRecord[entries] = record
      entries += 1
    },

    /** At most about `mostPairs` comparisons: the smallest blocks come first. */
    finish(mostPairs: number): Blocks {
      const most = sizeWithin(sizes.subarray(0, count), mostPairs)
      const skipped: SkippedBlock[] = []
      const begins = new Int32Array(count + 1)
      for (let block = 0; block < count; block++) {
        const size = sizes[block]!
        const rule = rules[ruleOf[block]!]!
        const kept = size > 1 && size <= Math.min(most, rule.cap)
        if (size > 1 && !kept && rule.cap >= 100) skipped.push({ rule: rule.name, size })
        begins[block + 1] = begins[block]! + (kept ? size : 0)
      }
      const members = new Int32Array(begins[count]!)
      const blocks = new Int32Array(begins[count]!)
      const beginsOfRecord = new Int32Array(records + 1)
      const filled = begins.slice()
      let put = 0
      for (let entry = 0, record = 0; entry <= entries; entry++) {
        const until = entry < entries ? entryRecord[entry]! : records
        while (record < until) beginsOfRecord[++record] = put
        if (entry === entries) break
        const block = entryBlock[entry]!
        if (begins[block + 1] === begins[block]) continue
        members[filled[block]!] = until
        filled[block] = filled[block]! + 1
        blocks[put++] = block
      }
      skipped.sort((a, b) => b.size - a.size)
      return {
        begins,
        members,
        ruleOf: ruleOf.slice(0, count),
        beginsOfRecord,
        blocks,
        skipped: skipped.slice(0, mostSkippedTold),
      }
    },
  }
}

function sizeWithin(sizes: Int32Array, mostPairs: number): number {
  const pairsOfSize = new Float64Array(1001)
  for (const size of sizes) {
    if (size > 1 && size <= 1000) pairsOfSize[size] = pairsOfSize[size]! + (size * (size - 1)) / 2
  }
  let pairs = 0
  for (let size = 2; size <= 1000; size++) {
    pairs += pairsOfSize[size]!
    if (pairs > mostPairs) return Math.max(2, size - 1)
  }
  return 1000
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
