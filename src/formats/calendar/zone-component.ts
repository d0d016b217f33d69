import { clockAhead, instantOf } from '../../kit/days.ts'
import { wallStamp } from './stamps.ts'

const millisecondsADay = 86_400_000
const minute = 60_000

/**
 * The VTIMEZONE of a zone as it holds around a moment (milliseconds since 1970), a year before and after: each change of
 * the clocks as an observance of its own (RFC 5545, 3.6.5), as the zone's rules of this machine have them. Lines without
 * an end.
 */
export function zoneComponent(zone: string, around: number): string[] {
  const from = around - 370 * millisecondsADay
  const first = clockAhead(zone, from)
  const changes = changesOf(zone, from, around + 370 * millisecondsADay)
  const least = Math.min(first, ...changes.map(({ to }) => to))
  const begin = { stamp: '19700101T000000', before: first, to: first }
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...[begin, ...changes.map((change) => ({ ...change, stamp: stampOf(change) }))].flatMap(
      ({ stamp, before, to }) =>
        observance(to > least ? 'DAYLIGHT' : 'STANDARD', stamp, [before, to]),
    ),
    'END:VTIMEZONE',
  ]
}

interface Change {
  /** The first moment at which the clocks are ahead by `to`; milliseconds since 1970. */
  readonly at: number
  readonly before: number
  readonly to: number
}

/** No zone changes its clocks twice within half a day. */
const step = millisecondsADay / 2

function changesOf(zone: string, from: number, until: number): Change[] {
  const changes: Change[] = []
  for (let at = from; at < until; at += step) {
    const [before, to] = [clockAhead(zone, at), clockAhead(zone, at + step)]
    if (before !== to) changes.push({ at: firstWith(zone, { at, before }), before, to })
  }
  return changes
}

/** The minute of the change, found by halving. */
function firstWith(zone: string, { at, before }: { at: number; before: number }): number {
  let [low, high] = [Math.floor(at / minute), Math.ceil((at + step) / minute)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (clockAhead(zone, middle * minute) === before) low = middle
    else high = middle
  }
  return high * minute
}

/** What the clocks showed at the change, had they not changed. */
function stampOf({ at, before }: Change): string {
  return wallStamp('UTC', instantOf(at + before))
}

function observance(
  name: 'STANDARD' | 'DAYLIGHT',
  stamp: string,
  [before, to]: readonly [number, number],
): string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${stamp}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${name}`,
  ]
}

/** `+0530`, `-0330`. */
function offsetText(ahead: number): string {
  const minutes = Math.abs(ahead) / minute
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  return `${ahead < 0 ? '-' : '+'}${two(hours)}${two(rest)}`
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
