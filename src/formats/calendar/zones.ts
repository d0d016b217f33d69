import ICAL from 'ical.js'
import {
  addHours,
  clockIn,
  dayIn,
  type Instant,
  instantAt,
  instantOf,
  isDay,
  isZone,
} from '../../kit/days.ts'
import { lastYear, mostZones } from './limits.ts'
import { keyOf, minutesBetween, twoDigits, type Wall } from './wall.ts'

/** What the clocks show somewhere. */
export interface Zone {
  /** The name that the world knows it by; null for one that a file defines. */
  readonly name: string | null
  instantOf(wall: Wall): Instant
  wallOf(instant: Instant): Wall
}

export interface Zones {
  /** A VTIMEZONE, its lines unfolded. */
  define(lines: readonly string[]): void
  /** Null where neither the world nor this file (so far) knows it. */
  find(tzid: string): Zone | null
}

/** A name that the world knows is taken at its word, for its rules are right for every year. */
export function zonesOfFile(): Zones {
  const known = new Map<string, Zone | null>()
  const defined = new Map<string, Zone>()
  return {
    define(lines) {
      const made = defined.size < mostZones ? zoneOf(lines) : null
      if (made) defined.set(made.tzid, made.zone)
    },
    find(tzid) {
      const own = defined.get(tzid) ?? null
      const named = known.get(tzid)
      if (named !== undefined) return named ?? own
      const found = zoneOfWorld(tzid)
      if (known.size < mostZones) known.set(tzid, found)
      return found ?? own
    },
  }
}

/** Some write a path before the name: `/mozilla.org/20050126_1/Europe/Berlin`. */
function zoneOfWorld(tzid: string): Zone | null {
  if (tzid.length > 200) return null
  const parts = tzid.replaceAll('"', '').split('/').filter(Boolean)
  const names = [parts, parts.slice(-3), parts.slice(-2)].map((some) => some.join('/'))
  const name = names.find((one) => one !== '' && isZone(one))
  return name === undefined ? null : namedZone(name)
}

/**
 * A repeating event asks for thousands of moments, and most have the offset of the one before. So that
 * is tried first, and what comes out is looked at.
 */
function namedZone(name: string): Zone {
  let last: { readonly wall: Wall; readonly instant: Instant } | null = null
  const wallOf = (instant: Instant) => ({
    day: dayIn(name, instant),
    clock: clockIn(name, instant),
  })
  return {
    name,
    wallOf,
    instantOf(wall) {
      const guess = last && addHours(last.instant, minutesBetween(last.wall, wall) / 60)
      const timed = { day: wall.day, clock: wall.clock ?? '00:00' }
      const isRight = guess !== null && keyOf(wallOf(guess)) === keyOf(timed)
      const instant = isRight ? guess : instantAt(name, timed.day, timed.clock)
      last = { wall: timed, instant }
      return instant
    },
  }
}

export const utc = namedZone('UTC')

function zoneOf(lines: readonly string[]): { tzid: string; zone: Zone } | null {
  try {
    const component = new ICAL.Component(asJcal(ICAL.parse(lines.join('\r\n'))))
    const tzid = component.getFirstPropertyValue('tzid')
    if (typeof tzid !== 'string' || !component.getAllSubcomponents().every(isTame)) return null
    const zone = definedZone(new ICAL.Timezone({ component, tzid }))
    // Its values are read only when it is asked, so it is asked here, where a broken one can be told.
    zone.instantOf({ day: '2000-01-01', clock: '12:00' })
    return { tzid, zone }
  } catch {
    // A zone that cannot be read is none: its events keep their clocks.
    return null
  }
}

function asJcal(parsed: object): unknown[] {
  return Array.isArray(parsed) ? parsed : []
}

const mostRuleParts = 6

/** A zone changes its clocks once or twice a year. Whatever else a rule asks would count for ever. */
function isTame(change: InstanceType<typeof ICAL.Component>): boolean {
  const rules = change.getAllProperties('rrule')
  for (const property of rules) {
    const rule = property.getFirstValue()
    if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY') return false
    const parts = Object.entries(rule.parts)
    const isKnown = parts.every(([name, values]) => {
      const count = Array.isArray(values) ? values.length : 1
      return /^BY(?:MONTH|DAY|MONTHDAY)$/.test(name) && count <= 31
    })
    if (!isKnown || parts.length > mostRuleParts) return false
    rule.until ??= timeOf({ day: `${lastYear}-01-01`, clock: '00:00' })
  }
  return rules.length <= 1 && change.getAllProperties('rdate').length <= 500
}

function definedZone(zone: InstanceType<typeof ICAL.Timezone>): Zone {
  return {
    name: null,
    instantOf: (wall) => instantOf(timeOf(wall, zone).toUnixTime() * 1000),
    wallOf: (instant) =>
      wallOfTime(timeOf(utc.wallOf(instant), ICAL.Timezone.utcTimezone).convertToZone(zone)),
  }
}

export function timeOf(
  { day, clock }: Wall,
  zone: InstanceType<typeof ICAL.Timezone> = ICAL.Timezone.localTimezone,
): InstanceType<typeof ICAL.Time> {
  const [year, month, date] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = clock?.split(':').map(Number) ?? []
  const parts = { year, month, day: date, hour, minute, second: 0, isDate: clock === null }
  return new ICAL.Time(parts, zone)
}

export function wallOfTime(time: InstanceType<typeof ICAL.Time>): Wall {
  const year = String(time.year).padStart(4, '0')
  const day = `${year}-${twoDigits(time.month)}-${twoDigits(time.day)}`
  if (!isDay(day)) throw new RangeError(`${day} is no day`)
  return { day, clock: time.isDate ? null : `${twoDigits(time.hour)}:${twoDigits(time.minute)}` }
}
