import type { Busy } from '../../craft/slots.ts'
import type { CalendarEvent } from '../../formats/calendar/event.ts'
import { readEvents } from '../../formats/calendar/read.ts'
import { addDays, addHours, dayIn, hoursBetween, type Instant, instantAt } from '../../kit/days.ts'
import { once } from '../../kit/once.ts'
import { Problem } from '../../kit/problem.ts'

/** So far ahead one may want to offer a time. */
const daysAhead = 120
/** Ten on every day of them; what is more is no calendar of one person. */
const mostTimes = 1200

interface Here {
  readonly now: Instant
  /** Where a clock without a zone hangs, and where whole days begin. */
  readonly zone: string
}

/**
 * When somebody is busy, as their calendar has it, from now on: in order, what touches put together, and nothing of what
 * it is or with whom. Throws `busy.unreadable` for what is no calendar; an empty text is none on purpose.
 */
export async function busyTimesIn(
  text: string,
  here: Here,
): Promise<{ readonly busy: readonly Busy[]; readonly passed: number }> {
  if (text.trim() === '') return { busy: [], passed: 0 }
  if (!/^BEGIN:VCALENDAR/im.test(text.slice(0, 10_000))) throw noCalendar()
  const latest = addHours(here.now, daysAhead * 24)
  const until = dayIn(here.zone, latest)
  const times: Busy[] = []
  let passed = 0
  for await (const read of readEvents(once(new TextEncoder().encode(text)), { until })) {
    if (read.kind !== 'event') continue
    const time = timeOf(read.event, here.zone)
    if (time && hoursBetween(here.now, time.to) > 0 && hoursBetween(time.from, latest) > 0)
      times.push(time)
    else passed += 1
  }
  const busy = together(times)
  if (busy.length > mostTimes) throw tooMany(busy.length)
  return { busy, passed }
}

function timeOf(event: CalendarEvent, zone: string): Busy | null {
  const { start, minutes, days } = event
  if (event.isFree || event.status === 'cancelled') return null
  if (start.kind === 'day') {
    const from = instantAt(zone, start.day, '00:00')
    return { from, to: instantAt(zone, addDays(start.day, days), '00:00') }
  }
  const from = start.kind === 'instant' ? start.instant : instantAt(zone, start.day, start.clock)
  return minutes ? { from, to: addHours(from, minutes / 60) } : null
}

function together(times: readonly Busy[]): Busy[] {
  const joined: Busy[] = []
  for (const { from, to } of times.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (!last || last.to < from) joined.push({ from, to })
    else if (last.to < to) joined[joined.length - 1] = { from: last.from, to }
  }
  return joined
}

function noCalendar(): Problem {
  return new Problem(
    'busy.unreadable',
    'This is no calendar file; it would begin with BEGIN:VCALENDAR.',
    {
      safe: 'Your busy times are as they were.',
      mend: 'Give an .ics file, as calendars give out.',
    },
  )
}

function tooMany(count: number): Problem {
  return new Problem(
    'busy.too-many',
    `This calendar is busy ${count} times in four months; ${mostTimes} are the most.`,
    { safe: 'Your busy times are as they were.', mend: 'Give the calendar of one person.' },
  )
}
