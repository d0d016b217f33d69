import { likeness, wordsIn } from './likeness.ts'

/** A line of a note by its id. What people decided about a line hangs on the id. */
export interface Line<Id extends string = string> {
  readonly id: Id
  readonly text: string
}

/**
 * Which old line each new one is, when an editor sends only text. In order:
 * 1. What is the same at the beginning and at the end stays as it is. Most edits end here, at the cost of one comparison a line.
 * 2. In between, a line that stands once in the old and once in the new text is itself, moved or not; the longest
 *    run of those that kept their order cuts what is left into gaps.
 * 3. In a gap, lines that say the same match in their order.
 * 4. Of the rest of a gap, those that read alike match, in order, so that the likeness of all pairs together is
 *    greatest. A line cut in two gives its id to the part more like it, two lines joined keep one id.
 * 5. A blank line that is left over becomes the new line at its place. Everything else is new.
 * Large gaps compare each line only with those near its place, so that the work stays within `mostPairs`.
 */
export function align<Id extends string>(
  old: readonly Line<Id>[],
  texts: readonly string[],
  newId: () => Id,
): Line<Id>[] {
  const matches = matchesOf(
    old.map((line) => line.text),
    texts,
  )
  return texts.map((text, index) => {
    const line = old[matches[index] ?? -1]
    if (line === undefined) return { id: newId(), text }
    return line.text === text ? line : { id: line.id, text }
  })
}

/** Old and new lines still without a match, as half-open ranges. */
interface Gap {
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
}

/** For each new line the place of the old one that it is, or -1. */
function matchesOf(old: readonly string[], texts: readonly string[]): number[] {
  const matches: number[] = texts.map(() => -1)
  const taken = new Set<number>()
  const match = (oldAt: number, newAt: number) => {
    matches[newAt] = oldAt
    taken.add(oldAt)
  }
  const all = { oldStart: 0, oldEnd: old.length, newStart: 0, newEnd: texts.length }
  const middle = trimmed(old, texts, all, match)
  const pairs = uniquePairs(old, texts, middle)
  for (const [oldAt, newAt] of pairs) match(oldAt, newAt)
  for (const gap of gapsBetween(middle, inOrder(pairs))) {
    const rest = trimmed(old, texts, gap, (oldAt, newAt) => {
      if (matches[newAt] === -1 && !taken.has(oldAt)) match(oldAt, newAt)
    })
    const open = {
      old: range(rest.oldStart, rest.oldEnd).filter((at) => !taken.has(at)),
      fresh: range(rest.newStart, rest.newEnd).filter((at) => matches[at] === -1),
    }
    for (const [oldAt, newAt] of matchGap(old, texts, open)) match(oldAt, newAt)
  }
  return matches
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_none, index) => from + index)
}

type Match = (oldAt: number, newAt: number) => void

/** Matches what is equal at both ends, and says what is left between. */
function trimmed(old: readonly string[], texts: readonly string[], gap: Gap, match: Match): Gap {
  let { oldStart, oldEnd, newStart, newEnd } = gap
  while (oldStart < oldEnd && newStart < newEnd && old[oldStart] === texts[newStart]) {
    match(oldStart++, newStart++)
  }
  while (oldEnd > oldStart && newEnd > newStart && old[oldEnd - 1] === texts[newEnd - 1]) {
    match(--oldEnd, --newEnd)
  }
  return { oldStart, oldEnd, newStart, newEnd }
}

type Pair = readonly [oldAt: number, newAt: number]

/** Lines with words that stand exactly once on either side, in the order of the new text. */
function uniquePairs(old: readonly string[], texts: readonly string[], gap: Gap): Pair[] {
  const oldPlaces = placesOfUnique(old, gap.oldStart, gap.oldEnd)
  const pairs: Pair[] = []
  for (const [text, newAt] of placesOfUnique(texts, gap.newStart, gap.newEnd)) {
    const oldAt = oldPlaces.get(text)
    if (oldAt !== undefined) pairs.push([oldAt, newAt])
  }
  return pairs.toSorted((a, b) => a[1] - b[1])
}

function placesOfUnique(texts: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (let at = from; at < to; at++) {
    const text = texts[at] ?? ''
    if (places.has(text)) repeated.add(text)
    places.set(text, at)
  }
  for (const text of repeated) places.delete(text)
  places.delete('')
  return places
}

/** The longest run of pairs whose old places rise too (patience sorting). */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [index, [oldAt]] of pairs.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[0] ?? 0) < oldAt) low = middle + 1
      else high = middle
    }
    before[index] = tops[low - 1] ?? -1
    tops[low] = index
  }
  const run: Pair[] = []
  for (let at = tops.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) run.push(pair)
  }
  return run.toReversed()
}

function gapsBetween(all: Gap, anchors: readonly Pair[]): Gap[] {
  const ends: Pair[] = [...anchors, [all.oldEnd, all.newEnd]]
  let [oldStart, newStart] = [all.oldStart, all.newStart]
  return ends.map(([oldEnd, newEnd]) => {
    const gap = { oldStart, oldEnd, newStart, newEnd }
    oldStart = oldEnd + 1
    newStart = newEnd + 1
    return gap
  })
}

/** Places without a match in one gap, rising. */
interface Open {
  readonly old: readonly number[]
  readonly fresh: readonly number[]
}

function matchGap(old: readonly string[], texts: readonly string[], open: Open): Pair[] {
  const same = samePairs(old, texts, open)
  const afterSame = without(open, same)
  const alike = alikePairs(old, texts, afterSame)
  const left = without(afterSame, alike)
  const blank = left.old.filter((at) => old[at]?.trim() === '')
  const filled = blank.flatMap((oldAt, index): Pair[] => {
    const newAt = left.fresh[index]
    return newAt === undefined ? [] : [[oldAt, newAt]]
  })
  return [...same, ...alike, ...filled]
}

function without(open: Open, pairs: readonly Pair[]): Open {
  const oldTaken = new Set(pairs.map(([oldAt]) => oldAt))
  const newTaken = new Set(pairs.map(([, newAt]) => newAt))
  return {
    old: open.old.filter((at) => !oldTaken.has(at)),
    fresh: open.fresh.filter((at) => !newTaken.has(at)),
  }
}

function samePairs(old: readonly string[], texts: readonly string[], open: Open): Pair[] {
  const waiting = new Map<string, number[]>()
  for (const at of open.old.toReversed()) {
    const text = old[at] ?? ''
    const places = waiting.get(text)
    if (places) places.push(at)
    else waiting.set(text, [at])
  }
  return open.fresh.flatMap((newAt): Pair[] => {
    const oldAt = waiting.get(texts[newAt] ?? '')?.pop()
    return oldAt === undefined ? [] : [[oldAt, newAt]]
  })
}

const mostPairs = 40_000
/** Below this two lines are two thoughts. */
const alikeEnough = 0.34

/** The order-keeping pairs with the greatest likeness in sum, by dynamic programming within a band. */
function alikePairs(old: readonly string[], texts: readonly string[], open: Open): Pair[] {
  const [rows, columns] = [open.old.length, open.fresh.length]
  if (rows === 0 || columns === 0) return []
  const oldWords = open.old.map((at) => wordsIn(old[at] ?? ''))
  const newWords = open.fresh.map((at) => wordsIn(texts[at] ?? ''))
  const band = bandOf(rows, columns)
  const best = band.map(({ from, to }) => new Float64Array(to - from + 1))
  const valueAt = (row: number, column: number): number => {
    const limits = band[row]
    if (!limits || row < 0 || column < limits.from) return 0
    return best[row]?.[Math.min(column, limits.to) - limits.from] ?? 0
  }
  const likenessAt = (row: number, column: number): number => {
    const [one, other] = [oldWords[row], newWords[column]]
    return one && other ? likeness(one, other) : 0
  }
  for (const [row, { from, to }] of band.entries()) {
    for (let column = from; column <= to; column++) {
      const alike = likenessAt(row, column)
      const paired = alike >= alikeEnough ? alike + valueAt(row - 1, column - 1) : 0
      const value = Math.max(
        paired,
        valueAt(row - 1, column),
        column > from ? valueAt(row, column - 1) : 0,
      )
      best[row]?.fill(value, column - from, column - from + 1)
    }
  }
  return pathBack({ rows, columns, valueAt, likenessAt }).flatMap(([row, column]): Pair[] => {
    const [oldAt, newAt] = [open.old[row], open.fresh[column]]
    return oldAt === undefined || newAt === undefined ? [] : [[oldAt, newAt]]
  })
}

/** The columns each row is compared with: all of them, or those near the diagonal where that would be too many. */
function bandOf(rows: number, columns: number): { readonly from: number; readonly to: number }[] {
  const reach =
    rows * columns <= mostPairs ? columns : Math.max(1, Math.floor(mostPairs / rows / 2))
  return Array.from({ length: rows }, (_none, row) => {
    const middle = Math.round((row * columns) / rows)
    return {
      from: Math.min(columns - 1, Math.max(0, middle - reach)),
      to: Math.min(columns - 1, middle + reach),
    }
  })
}

interface Table {
  readonly rows: number
  readonly columns: number
  readonly valueAt: (row: number, column: number) => number
  readonly likenessAt: (row: number, column: number) => number
}

function pathBack({ rows, columns, valueAt, likenessAt }: Table): Pair[] {
  const path: Pair[] = []
  let [row, column] = [rows - 1, columns - 1]
  while (row >= 0 && column >= 0) {
    const value = valueAt(row, column)
    if (value === 0) break
    if (value === valueAt(row - 1, column)) row--
    else if (value === valueAt(row, column - 1)) column--
    else {
      if (likenessAt(row, column) >= alikeEnough) path.push([row, column])
      row--
      column--
    }
  }
  return path
}
