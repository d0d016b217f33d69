import { addDays, daysBetween, weekdayOf, type Day } from '../kit/days.ts'

/** No clock of ours runs longer; a larger number is a slip, not a wish. */
const mostDays = 10_000

/**
 * The day `count` business days after this one: Saturdays, Sundays and the given holidays are skipped,
 * and the day itself is day 0. Zero gives the day itself, be it a Sunday.
 * Throws RangeError where `count` is negative, no whole number, or beyond 10,000.
 */
export function addBusinessDays(day: Day, count: number, holidays: readonly Day[] = []): Day {
  if (!Number.isInteger(count) || count < 0 || count > mostDays) {
    throw new RangeError(`Business days are counted forward, from 0 to ${mostDays}; not ${count}`)
  }
  const free = new Set(holidays)
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkday(reached) && !free.has(reached)) left--
  }
  return reached
}

/** Business days after `from`, up to and including `to`; 0 where `to` is not later. */
export function businessDaysBetween(from: Day, to: Day, holidays: readonly Day[] = []): number {
  const days = daysBetween(from, to)
  if (days <= 0) return 0
  const weeks = Math.floor(days / 7)
  const rest = Array.from({ length: days % 7 }, (_, index) => addDays(from, weeks * 7 + index + 1))
  const free = [...new Set(holidays)].filter((day) => day > from && day <= to && isWorkday(day))
  return weeks * 5 + rest.filter(isWorkday).length - free.length
}

export function isWorkday(day: Day): boolean {
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}
