import type { Day } from '../../kit/days.ts'
import { lineSplitter } from '../encoding/lines.ts'
import { textBytesOf } from '../encoding/text-bytes.ts'
import { type LogicalLine, unfolder } from '../vcard/unfold.ts'
import { type Component, componentCutter } from './components.ts'
import type { CalendarRead } from './event.ts'
import { longestLine, mostHeld } from './limits.ts'
import { type Plan, planOf, startOf, type Written, zoneMissing } from './plan.ts'
import { seriesUntil } from './series.ts'
import { zonesOfFile } from './zones.ts'

export interface CalendarOptions {
  /** The last day for which a repeating event is counted out; mostly today. */
  readonly until: Day
}

/**
 * The events of a calendar file (iCalendar, and the older vCalendar), as they come. Those that repeat
 * come at the end, each day of them as an event of its own, because a change of one day may stand
 * anywhere in the file. Nothing else is held, so a calendar may be of any size.
 * Throws `file.unreadable` for a file that is no text, and nothing else.
 */
export async function* readEvents(
  chunks: AsyncIterable<Uint8Array>,
  options: CalendarOptions,
): AsyncGenerator<CalendarRead> {
  const splitter = lineSplitter(longestLine)
  const lines = unfolder(longestLine)
  const reader = calendarReader(options)
  const readLine = (line: LogicalLine | null) => (line ? reader.push(line) : [])
  for await (const chunk of textBytesOf(chunks)) {
    for (const line of splitter.push(chunk)) yield* readLine(lines.push(line))
  }
  for (const line of splitter.end()) yield* readLine(lines.push(line))
  yield* readLine(lines.end())
  yield* reader.end()
}

function calendarReader({ until }: CalendarOptions) {
  const cutter = componentCutter()
  const zones = zonesOfFile()
  const series = seriesUntil(until, zones)
  const passed = new Map<string, number>()
  const waiting: Written[] = []
  let held = 0

  function readComponent(component: Component): CalendarRead[] {
    switch (component.kind) {
      case 'lost':
        return [component]
      case 'zone':
        zones.define(component.lines)
        return []
      case 'other':
        passed.set(component.name, (passed.get(component.name) ?? 0) + 1)
        return []
      case 'event':
        break
    }
    if (zoneMissing(component, zones) === null || held >= mostHeld) return readEvent(component)
    // The zone may be defined further down.
    held += 1
    waiting.push(component)
    return []
  }

  function readEvent(written: Written): CalendarRead[] {
    const plan = planOf(written, zones)
    if ('reason' in plan) return [{ kind: 'lost', ...plan }]
    const isOfSeries = plan.rules.length > 0 || plan.added.length > 0 || plan.changes !== null
    if (!isOfSeries) return [single(plan)]
    held += 1
    if (held > mostHeld) return [single(plan), tooManyHeld(plan)]
    series.add(plan)
    return []
  }

  return {
    push: (line: LogicalLine) => cutter.push(line).flatMap(readComponent),
    *end(): Generator<CalendarRead> {
      for (const component of cutter.end()) yield* readComponent(component)
      for (const written of waiting) yield* readEvent(written)
      yield* series.all()
      for (const [what, count] of passed) yield { kind: 'passed', what, count }
    },
  }
}

function single({ line, lost, details, start, zone }: Plan): CalendarRead {
  return {
    kind: 'event',
    line,
    lost,
    event: { ...details, instance: null, start: startOf(start, zone) },
  }
}

function tooManyHeld({ line, details }: Plan): CalendarRead {
  return {
    kind: 'lost',
    line,
    what: `"${(details.summary ?? 'An event').slice(0, 60)}"`,
    reason: `repeats, and more than ${mostHeld} events of this file do; its first day was taken`,
  }
}
