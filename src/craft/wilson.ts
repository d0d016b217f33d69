/** Between which shares the truth lies, with the share that was counted. All from 0 to 1. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly low: number
  readonly high: number
}

/** Ninety-five times in a hundred. */
const z = 1.959963984540054

/**
 * The interval of E. B. Wilson (1927) for `count` of `of`: it stays within 0 and 1, and says little where little was
 * counted. Of nothing everything may be true. Throws RangeError where the count is none of them.
 */
export function shareOf(count: number, of: number): Share {
  if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of) {
    throw new RangeError(`${count} of ${of} is no share`)
  }
  if (of === 0) return { count, of, low: 0, high: 1 }
  const share = count / of
  const weight = 1 + z ** 2 / of
  const middle = (share + z ** 2 / (2 * of)) / weight
  const half = (z / weight) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return {
    count,
    of,
    low: count === 0 ? 0 : middle - half,
    high: count === of ? 1 : middle + half,
  }
}

/** Whether the one is more than the other beyond what chance explains: their intervals do not touch. */
export function isClearlyMore(one: Share, other: Share): boolean {
  return one.low > other.high
}
