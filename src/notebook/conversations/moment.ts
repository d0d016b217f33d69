import {
  addDays,
  addHours,
  clockIn,
  dayIn,
  hoursBetween,
  instantAt,
  type Day,
  type Instant,
} from '../../kit/days.ts'
import type { Start, Step } from './conversation.ts'

/** Now, for somebody in a zone. `day` is the day that `instant` falls on there. */
export interface Now {
  readonly day: Day
  readonly instant: Instant
  readonly zone: string
}

/** When something happened; the instant is null where only the day is known. */
export interface Moment {
  readonly day: Day
  readonly instant: Instant | null
  readonly zone: string
}

/** Until when, or from when; the clock (`17:30`) is null where only the day counts. */
export interface By {
  readonly day: Day
  readonly instant: Instant | null
  readonly clock: string | null
}

export function momentOf(step: Step): Moment {
  const known = dayIn(step.zone, step.at) === step.day
  return { day: step.day, instant: known ? step.at : null, zone: step.zone }
}

export function momentOfStart(start: Start): Moment {
  const instant = start.clock === null ? null : instantAt(start.zone, start.day, start.clock)
  return { day: start.day, instant, zone: start.zone }
}

export function byDay(day: Day): By {
  return { day, instant: null, clock: null }
}

/** An instant as the clock on somebody's own wall shows it. */
export function byInstant(instant: Instant, zone: string): By {
  return { day: dayIn(zone, instant), instant, clock: clockIn(zone, instant) }
}

/** So many hours after (or before) a moment, as shown in that zone. Where only the day is known, whole days are counted. */
export function hoursFrom(moment: Moment, hours: number, zone: string): By {
  if (moment.instant !== null) return byInstant(addHours(moment.instant, hours), zone)
  return byDay(addDays(moment.day, Math.sign(hours) * Math.ceil(Math.abs(hours) / 24)))
}

/** Has it come? A day without a clock comes with its first minute. */
export function hasCome(by: By, now: Now): boolean {
  return by.instant === null ? now.day >= by.day : hoursBetween(by.instant, now.instant) >= 0
}

/** Is it over? A day without a clock is over with its last minute. */
export function isOver(by: By, now: Now): boolean {
  return by.instant === null ? now.day > by.day : hoursBetween(by.instant, now.instant) > 0
}
