import { daysBetween } from '../../kit/days.ts'
import { parameterOf, type Property } from '../vcard/card.ts'
import { textOf } from '../vcard/values.ts'
import type { Attendee, CalendarEvent, LostInCalendar, Start } from './event.ts'
import { type End, minutesOf } from './length.ts'
import { momentOf, type Wall } from './wall.ts'
import { utc, type Zone, type Zones } from './zones.ts'

/** An event as it is written, before its repetitions are counted out. */
export interface Plan {
  readonly line: number
  readonly lost: readonly LostInCalendar[]
  readonly details: Omit<CalendarEvent, 'instance' | 'start'>
  readonly start: Wall
  /** Where its clock hangs; null for a whole day, and for a clock that hangs nowhere. */
  readonly zone: Zone | null
  readonly rules: readonly Property[]
  readonly added: readonly Property[]
  readonly left: readonly Property[]
  /** Which day of a series this is the change of. */
  readonly changes: Property | null
}

export interface Written {
  readonly line: number
  readonly properties: readonly Property[]
  readonly lost: readonly LostInCalendar[]
}

/** The zone that an event asks for and that is not known (yet); null if it needs none. */
export function zoneMissing({ properties }: Written, zones: Zones): string | null {
  const start = properties.find(({ name }) => name === 'DTSTART')
  const tzid = start ? parameterOf(start, 'TZID') : null
  return tzid !== null && zones.find(tzid) === null ? tzid : null
}

export function planOf(written: Written, zones: Zones): Plan | LostInCalendar {
  const { line, properties } = written
  const first = (name: string) => properties.find((property) => property.name === name) ?? null
  const all = (name: string) => properties.filter((property) => property.name === name)
  const summary = textIn(first('SUMMARY'))
  const what = summary === null ? 'The event' : `"${summary.slice(0, 60)}"`
  const start = first('DTSTART')
  if (!start) return { line, what, reason: 'has no day on which it begins' }
  const moment = momentOf(start.value)
  if (!moment) {
    const said = start.value.slice(0, 40)
    return { line: start.line, what, reason: `begins on "${said}", which is no day of a calendar` }
  }
  const zone = moment.clock === null ? null : moment.isUtc ? utc : zoneIn(start, zones)
  const organizer = first('ORGANIZER')
  return {
    line,
    lost: written.lost,
    start: { day: moment.day, clock: moment.clock },
    zone,
    rules: all('RRULE'),
    added: all('RDATE'),
    left: all('EXDATE'),
    changes: first('RECURRENCE-ID'),
    details: {
      ...lengthOf({ wall: moment, zone }, properties, zones),
      uid: first('UID')?.value.trim() || null,
      sequence: sequenceIn(first('SEQUENCE')),
      isFree: isTransparent(first('TRANSP')),
      summary,
      place: textIn(first('LOCATION')),
      status: statusOf(first('STATUS')),
      organizer: organizer && attendeeOf(organizer),
      attendees: all('ATTENDEE').map(attendeeOf),
    },
  }
}

function sequenceIn(property: Property | null): number {
  return Number(/^\d{1,9}$/.exec(property?.value.trim() ?? '')?.[0] ?? 0)
}

function isTransparent(property: Property | null): boolean {
  return /^transparent$/i.test(property?.value.trim() ?? '')
}

function lengthOf(
  start: End,
  properties: readonly Property[],
  zones: Zones,
): Pick<CalendarEvent, 'days' | 'minutes'> {
  const end = properties.find(({ name }) => name === 'DTEND') ?? null
  const duration = properties.find(({ name }) => name === 'DURATION') ?? null
  return {
    days: daysOf(start.wall, end, duration),
    minutes: minutesOf(start, endAt(end, zones), duration?.value ?? null),
  }
}

/** A year is the longest that is a holiday; beyond it the end is a slip. */
const mostDays = 366

/** The end of a whole day is the first day that is free of it. */
function daysOf(start: Wall, end: Property | null, duration: Property | null): number {
  if (start.clock !== null) return 1
  const until = end && momentOf(end.value)
  if (until) return Math.min(mostDays, Math.max(1, daysBetween(start.day, until.day)))
  const [, weeks = '0', days = '0'] =
    /^P(?:(\d{1,3})W)?(?:(\d{1,3})D)?/i.exec(duration?.value ?? '') ?? []
  return Math.min(mostDays, Math.max(1, Number(weeks) * 7 + Number(days)))
}

function endAt(property: Property | null, zones: Zones): End | null {
  const moment = property && momentOf(property.value)
  if (!property || !moment) return null
  return { wall: moment, zone: moment.isUtc ? utc : zoneIn(property, zones) }
}

function zoneIn(property: Property, zones: Zones): Zone | null {
  const tzid = parameterOf(property, 'TZID')
  return tzid === null ? null : zones.find(tzid)
}

/** The moments in a property of a series, on the clock that the series goes by. */
export function wallsIn(property: Property, zone: Zone | null, zones: Zones): (Wall | null)[] {
  const own = zoneIn(property, zones)
  return property.value.split(',').map((text) => {
    // Of a period, `start/end`, the start.
    const moment = momentOf(text.split('/')[0] ?? '')
    if (!moment || moment.clock === null || zone === null) return moment
    const from = moment.isUtc ? utc : own
    return from === null || from.name === zone.name ? moment : zone.wallOf(from.instantOf(moment))
  })
}

export function startOf(wall: Wall, zone: Zone | null): Start {
  const { day, clock } = wall
  if (clock === null) return { kind: 'day', day }
  if (zone === null) return { kind: 'wall', day, clock }
  return { kind: 'instant', instant: zone.instantOf(wall), day, clock, zone: zone.name }
}

function textIn(property: Property | null): string | null {
  const text = property ? textOf(property.value, '3.0').replace(/\s+/g, ' ').trim() : ''
  return text === '' ? null : text.slice(0, longestText)
}

/** In letters. A title or a place; what is longer is neither. */
const longestText = 2000

function statusOf(property: Property | null): CalendarEvent['status'] {
  const status = property?.value.trim().toUpperCase()
  if (status === 'CANCELLED') return 'cancelled'
  return status === 'TENTATIVE' ? 'tentative' : 'confirmed'
}

const answers: Readonly<Record<string, Attendee['answer']>> = {
  ACCEPTED: 'yes',
  DELEGATED: 'no',
  DECLINED: 'no',
  TENTATIVE: 'maybe',
}

function attendeeOf(property: Property): Attendee {
  const kind = parameterOf(property, 'CUTYPE')?.toUpperCase()
  const answer = parameterOf(property, 'PARTSTAT')?.toUpperCase() ?? ''
  const mail = mailOf(property)
  const name = nameOf(property)
  return {
    name: name === mail ? null : name,
    mail,
    kind: kind === 'ROOM' || kind === 'RESOURCE' ? 'room' : kind === 'GROUP' ? 'group' : 'person',
    answer: answers[answer] ?? 'none',
  }
}

/** RFC 6868 writes a quotation mark and a line end in a parameter as `^'` and `^n`. */
function nameOf(property: Property): string | null {
  const written = parameterOf(property, 'CN') ?? beforeBrackets(property.value)
  const text = textOf(written, '3.0')
    .replace(/\^(['n^])/g, (_, sign: string) => (sign === "'" ? '"' : sign === 'n' ? ' ' : '^'))
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? null : text.slice(0, longestText)
}

/** Old calendars write `Ruth Adeyemi <ruth@example.org>`. */
function beforeBrackets(value: string): string {
  const bracket = value.indexOf('<')
  return bracket > 0 ? value.slice(0, bracket) : ''
}

/** `mailto:` with any capitals; Exchange writes directory names, and Google's "invalid:nomail" means none. */
function mailOf(property: Property): string | null {
  const value = property.value.trim()
  const inside = value.endsWith('>') ? value.slice(value.lastIndexOf('<') + 1, -1) : value
  const candidates = [
    decoded(inside.replace(/^mailto:/i, '')),
    parameterOf(property, 'EMAIL') ?? '',
  ]
  const found = candidates.map((one) => one.trim()).find((one) => /^[^\s@:]+@[^\s@:]+$/.test(one))
  return found ?? null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
