import { businessDaysBetween } from '../../craft/business-days.ts'
import { dayInWords, weekdayInWords } from '../../craft/english.ts'
import { addDays, type Day, weekdayOf } from '../../kit/days.ts'
import type { Ago, Calendar } from './told.ts'

export function dayOf(ago: Ago, { today, holidays }: Calendar): Day {
  if (typeof ago === 'number') return addDays(today, ago)
  const { businessDays } = ago
  const step = businessDays < 0 ? -1 : 1
  const between = (day: Day) =>
    step < 0 ? businessDaysBetween(day, today, holidays) : businessDaysBetween(today, day, holidays)
  let day = today
  // Somebody whose every day is a holiday has no business days; a year is far enough to look.
  for (let left = 366; left > 0 && between(day) < Math.abs(businessDays); left--) {
    day = addDays(day, step)
  }
  return isFree(day, holidays) ? workdayBefore(day, holidays) : day
}

/** Letters go out on workdays: of days that count alike, the workday. */
function workdayBefore(day: Day, holidays: readonly Day[]): Day {
  let found = day
  for (let left = 30; left > 0 && isFree(found, holidays); left--) found = addDays(found, -1)
  return found
}

function isFree(day: Day, holidays: readonly Day[]): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6 || holidays.includes(day)
}

/**
 * The clock of today's conversation: four in the afternoon, or, where that is near or past, the next full hour
 * that leaves time to read up. So it is still ahead whenever the sample is loaded.
 */
export function hourAhead({ clock }: Calendar): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const next = minutes <= 30 ? hours + 1 : hours + 2
  return `${Math.min(Math.max(next, 16), 23)}:00`
}

/** "by {weekday +1}" is "by Friday", "on {day -20}" is "on Thursday 20 February". */
export function withDays(text: string, { today }: Calendar): string {
  return text.replace(/\{(weekday|day) ([+-]?\d+)\}/gu, (_all, form: string, count: string) => {
    const day = addDays(today, Number(count))
    return form === 'weekday' ? weekdayInWords(day) : dayInWords(day)
  })
}
