import { millisecondsOf } from '../../kit/days.ts'
import { minutesBetween, type Wall } from './wall.ts'
import type { Zone } from './zones.ts'

/** One end of an event: what its clock shows, and where that clock hangs. */
export interface End {
  readonly wall: Wall
  readonly zone: Zone | null
}

/** A year. What takes longer has a slip in it. */
const most = 366 * 24 * 60

/**
 * How many minutes an event with a clock takes, by its end or by what it says it takes; null for a whole day, where it
 * says neither, and for what ends before it begins.
 */
export function minutesOf(start: End, end: End | null, duration: string | null): number | null {
  if (start.wall.clock === null) return null
  const minutes = end && end.wall.clock !== null ? minutesUntil(start, end) : minutesIn(duration)
  return minutes !== null && minutes >= 0 && minutes <= most ? minutes : null
}

function minutesUntil(start: End, end: End): number {
  if (!start.zone || !end.zone) return minutesBetween(start.wall, end.wall)
  const [from, to] = [start.zone.instantOf(start.wall), end.zone.instantOf(end.wall)]
  return (millisecondsOf(to) - millisecondsOf(from)) / 60_000
}

/** `P1DT2H30M` (RFC 5545, 3.3.6); seconds are dropped. */
function minutesIn(duration: string | null): number | null {
  const found =
    /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?)?$/i.exec(
      duration?.trim() ?? '',
    )
  if (!found) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes
}
