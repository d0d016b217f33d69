import { addHours, hoursBetween, type Instant } from '../../kit/days.ts'

/** Minutes before it is tried again, the last for ever: servers that let strangers wait mean five minutes to an hour. */
const pauses = [1, 5, 10, 20, 30, 60] as const
/** For so long a letter is tried. */
const hoursInAll = 24

/** When a letter that could not go is tried again; null when it was tried for a day. */
export function nextTry(first: Instant, tries: number, now: Instant): Instant | null {
  if (hoursBetween(first, now) >= hoursInAll) return null
  const minutes = pauses[Math.min(tries, pauses.length - 1)] ?? 60
  return addHours(now, minutes / 60)
}

/** Whether nobody let it go for a day after its time: a server that stood still, or a copy from before that was brought back. */
export function waitedTooLong(due: Instant, now: Instant): boolean {
  return hoursBetween(due, now) >= hoursInAll
}
