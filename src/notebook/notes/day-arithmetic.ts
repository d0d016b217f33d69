import { addDays, type Day, daysBetween, isDay, weekdayOf } from '../../kit/days.ts'

/** Counting from one day to another as people do when they promise. Months count from 0, weekdays from Sunday. */

export function comingWeekday(from: Day, weekday: number): Day {
  return addDays(from, ((weekday - weekdayOf(from) + 6) % 7) + 1)
}

export function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

export function weekdayNextWeek(from: Day, weekday: number): Day {
  return addDays(mondayOf(from), 7 + ((weekday + 6) % 7))
}

export function endOfWeek(from: Day): Day {
  const friday = addDays(mondayOf(from), 4)
  return daysBetween(from, friday) >= 0 ? friday : addDays(friday, 2)
}

export function addWorkdays(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (weekdayOf(day) % 6 !== 0) left--
  }
  return day
}

/** Day of a year, a month from 0 that may run over, and a day of the month; null when there is none. */
function dayFrom(year: number, month: number, date: number): Day | null {
  const text = [year + Math.floor(month / 12), (month % 12) + 1, date]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
  return isDay(text) ? text : null
}

function partsOf(day: Day): {
  readonly year: number
  readonly month: number
  readonly date: number
} {
  return {
    year: Number(day.slice(0, -6)),
    month: Number(day.slice(-5, -3)) - 1,
    date: Number(day.slice(-2)),
  }
}

function dayIn(month: Day, date: number): Day {
  const { year, month: index } = partsOf(month)
  return dayFrom(year, index, date) ?? month
}

export function firstOfMonth(day: Day): Day {
  return dayIn(day, 1)
}

export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day)
  const first = dayFrom(year, month + count, 1)
  if (first === null) return day
  return dayFrom(year, month + count, date) ?? lastOfMonth(first)
}

export function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day)
  const next = dayFrom(year, month + 1, 1)
  return next === null ? day : addDays(next, -1)
}

/** The first of that month: of this year, or of the next when the month has passed. */
export function comingMonth(from: Day, month: number): Day {
  const now = partsOf(from)
  return dayFrom(now.month > month ? now.year + 1 : now.year, month, 1) ?? from
}

export function monthAlone(from: Day, month: number): Day {
  return partsOf(from).month === month ? lastOfMonth(from) : comingMonth(from, month)
}

/** The 15th of that month, this year or next. */
export function atMiddle(from: Day, month: number): Day {
  const middle = dayIn(comingMonth(from, month), 15)
  return daysBetween(from, middle) >= 0 ? middle : addMonths(middle, 12)
}

export function comingDayOfMonth(from: Day, date: number): Day | null {
  const { year, month } = partsOf(from)
  for (let ahead = 0; ahead <= 12; ahead++) {
    const day = dayFrom(year, month + ahead, date)
    if (day !== null && daysBetween(from, day) > 0) return day
  }
  return null
}

export function comingDate(from: Day, month: number, date: number): Day | null {
  if (month < 1 || month > 12) return null
  const { year } = partsOf(from)
  const day = dayFrom(year, month - 1, date)
  if (day !== null && daysBetween(from, day) >= 0) return day
  return dayFrom(year + 1, month - 1, date)
}

/** The last such weekday before that day. */
export function goneWeekday(upTo: Day, weekday: number): Day {
  return addDays(upTo, -(((weekdayOf(upTo) - weekday + 6) % 7) + 1))
}
