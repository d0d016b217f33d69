import { fold } from '../../kit/text.ts'
import { lockAt, markAt, skipIndent } from './marks.ts'

/** What of a line is compared with another. */
export interface LineWords {
  readonly text: string
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

export function wordsIn(line: string): LineWords {
  const text = line.slice(wordsStart(line), 4000)
  const words = fold(text).match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { text, counts, total: words.length }
}

/** Behind the mark: that two lines are both advice does not make them alike. */
function wordsStart(line: string): number {
  const start = skipIndent(line, 0, line.length)
  const unlocked = lockAt(line, start, line.length) ?? start
  return markAt(line, unlocked, line.length)?.next ?? unlocked
}

/** From 0 to 1: the share of words two lines have in common (Dice), or of their equal beginning and end; a line written on is half. */
export function likeness(one: LineWords, other: LineWords): number {
  if (one.total === 0 || other.total === 0) return 0
  let common = 0
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0)
  const shared = (2 * common) / (one.total + other.total)
  return Math.max(shared, equalEnds(one.text, other.text), goesOn(one.text, other.text))
}

/** "second" and "second, on the phone": a short line that was written on is still the same line. */
function goesOn(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one.trimEnd(), other] : [other.trimEnd(), one]
  const isWhole = short.length >= 3 && !/[\p{L}\p{N}]/u.test(long.charAt(short.length))
  return isWhole && long.startsWith(short) ? 0.5 : 0
}

function equalEnds(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 4000)
  let front = 0
  while (front < most && one[front] === other[front]) front++
  let back = 0
  while (back < most - front && one.at(-1 - back) === other.at(-1 - back)) back++
  return (front + back) / Math.max(one.length, other.length)
}
