import type { CalendarEvent, CalendarRead } from '../../src/formats/calendar/event.ts'
import { readEvents } from '../../src/formats/calendar/read.ts'
import { inChunks } from '../../src/formats/encoding/in-chunks.ts'

/** Calendars as text, and what is read in them on one day in November. */
export const until = '2026-11-23'

export async function readCalendar(
  content: string | Uint8Array,
  size?: number,
): Promise<CalendarRead[]> {
  const all: CalendarRead[] = []
  for await (const one of readEvents(inChunks(content, size), { until })) all.push(one)
  return all
}

export async function eventsIn(content: string): Promise<CalendarEvent[]> {
  return (await readCalendar(content)).flatMap((one) => (one.kind === 'event' ? [one.event] : []))
}

export async function remarksOn(content: string): Promise<string[]> {
  return (await readCalendar(content)).flatMap((one) => {
    const lost = one.kind === 'event' ? one.lost : one.kind === 'lost' ? [one] : []
    return lost.map(({ line, what, reason }) => `${line}: ${what} ${reason}`)
  })
}

export function calendar(...components: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...components, 'END:VCALENDAR', ''].join('\r\n')
}

export function event(...lines: string[]): string {
  return ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT'].join('\r\n')
}

/** When each begins, as its calendar shows it. */
export async function startsOf(...lines: string[]): Promise<string[]> {
  return (await eventsIn(calendar(event(...lines)))).map(startOf)
}

export function startOf({ start }: CalendarEvent): string {
  if (start.kind === 'day') return start.day
  return start.kind === 'wall' ? `${start.day} ${start.clock}` : start.instant
}
