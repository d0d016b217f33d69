import { readEvents } from '../../formats/calendar/read.ts'
import { addDays, type Day } from '../../kit/days.ts'
import { once } from '../../kit/once.ts'
import { Problem } from '../../kit/problem.ts'

/** More than anybody's free days of a lifetime. */
export const mostHolidays = 5000
/** Days behind and ahead that clocks still ask about. */
const reach = { behind: 400, ahead: 3 * 366 } as const

/**
 * The whole days of a calendar within reach of today, each once, in order; and how many events were left out because
 * they have a clock, were cancelled, or lie too far away. Throws `holidays.unreadable` for what is no calendar.
 */
export async function daysOffIn(
  text: string,
  today: Day,
): Promise<{ readonly days: readonly Day[]; readonly passed: number }> {
  if (!/^BEGIN:VCALENDAR/im.test(text.slice(0, 10_000))) throw noCalendar()
  const [from, until] = [addDays(today, -reach.behind), addDays(today, reach.ahead)]
  const days = new Set<Day>()
  let passed = 0
  for await (const read of readEvents(once(new TextEncoder().encode(text)), { until })) {
    if (read.kind !== 'event') continue
    const { start, status, days: count } = read.event
    const isDay = start.kind === 'day' && status !== 'cancelled'
    const all = isDay ? Array.from({ length: count }, (_, at) => addDays(start.day, at)) : []
    const near = all.filter((day) => from <= day && day <= until)
    if (near.length === 0) passed += 1
    for (const day of near) days.add(day)
  }
  return { days: [...days].toSorted(), passed }
}

function noCalendar(): Problem {
  return new Problem(
    'holidays.unreadable',
    'This is no calendar file; it would begin with BEGIN:VCALENDAR.',
    {
      safe: 'Your days off are as they were.',
      mend: 'Give an .ics file, as calendars of public holidays are offered.',
    },
  )
}

export function tooMany(count: number): Problem {
  return new Problem(
    'holidays.too-many',
    `With these you would have ${count} days off; ${mostHolidays} are the most.`,
    {
      safe: 'Your days off are as they were.',
      mend: 'Give a calendar of fewer years.',
    },
  )
}
