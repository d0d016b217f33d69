import { addDays, type Day, daysBetween, isDay } from '../../kit/days.ts'
import { firstYear, lastYear } from './limits.ts'

/** A day, and what the clock shows; without a clock, the whole day. No zone. */
export interface Wall {
  readonly day: Day
  /** `16:30`, or null. */
  readonly clock: string | null
}

/** A moment as a calendar writes it; `isUtc` if it ends in Z. */
export interface Written extends Wall {
  readonly isUtc: boolean
}

const pattern =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?\d{2})?(?:\.\d+)?(Z)?)?[TZ]?$/i

/**
 * `20260305`, `20260305T173000Z`, with the dashes and colons that some write, and with the letter too
 * many at the end that others do; null if it is none.
 */
export function momentOf(text: string): Written | null {
  const match = pattern.exec(text.trim().slice(0, 40))
  if (!match) return null
  const [, year = '', month = '', date = '', hour, minute, utc] = match
  const day = `${year}-${month}-${date}`
  if (!isDay(day) || Number(year) < firstYear || Number(year) > lastYear) return null
  if (hour === undefined || minute === undefined) return { day, clock: null, isUtc: false }
  // Some write the end of a day as the 24th hour; nothing begins there.
  if (Number(hour) > 23 || Number(minute) > 59) return null
  return { day, clock: `${hour}:${minute}`, isUtc: utc !== undefined }
}

/** Sorts as time does, within one zone. */
export function keyOf({ day, clock }: Wall): string {
  return clock === null ? day : `${day}T${clock}`
}

export function minutesBetween(from: Wall, to: Wall): number {
  return daysBetween(from.day, to.day) * dayLong + minuteOf(to) - minuteOf(from)
}

export function addMinutes(wall: Wall, minutes: number): Wall {
  const total = minuteOf(wall) + minutes
  const days = Math.floor(total / dayLong)
  const minute = total - days * dayLong
  const clock = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
  return { day: addDays(wall.day, days), clock: wall.clock === null ? null : clock }
}

const dayLong = 24 * 60

function minuteOf({ clock }: Wall): number {
  if (clock === null) return 0
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
