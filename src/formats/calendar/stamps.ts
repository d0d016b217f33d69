import {
  clockAhead,
  clockIn,
  type Day,
  dayIn,
  type Instant,
  millisecondsOf,
} from '../../kit/days.ts'

/** `20260318`: a whole day as a calendar writes it. */
export function dayStamp(day: Day): string {
  return day.replaceAll('-', '')
}

/** `20260318T160000`: what the clocks of a zone show at a moment. */
export function wallStamp(zone: string, instant: Instant): string {
  return `${dayStamp(dayIn(zone, instant))}T${clockIn(zone, instant).replace(':', '')}00`
}

/** `20260318T150000Z`. */
export function utcStamp(instant: Instant): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
}

const millisecondsADay = 86_400_000

/** Whether the clocks of a zone show at another moment what they show at this one, as in the night that winter begins. */
export function showsTwice(zone: string, instant: Instant): boolean {
  const at = millisecondsOf(instant)
  const here = clockAhead(zone, at)
  return [-millisecondsADay, millisecondsADay]
    .map((away) => clockAhead(zone, at + away))
    .some((other) => other !== here && clockAhead(zone, at + here - other) === other)
}
