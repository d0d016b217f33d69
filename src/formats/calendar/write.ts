import {
  addDays,
  addHours,
  type Day,
  type Instant,
  instantAt,
  millisecondsOf,
} from '../../kit/days.ts'
import { foldedLine } from '../encoding/folded.ts'
import { dayStamp, showsTwice, utcStamp, wallStamp } from './stamps.ts'
import { zoneComponent } from './zone-component.ts'

export interface Party {
  readonly name: string
  readonly mail: string
}

/** One appointment as another program is told of it (RFC 5545 and, with an organizer, RFC 5546). */
export interface Appointment {
  readonly uid: string
  /** Higher with each change of the time. */
  readonly sequence: number
  readonly isCancelled: boolean
  readonly stamp: Instant
  readonly day: Day
  /** `16:00` on the wall of `zone`; null for the whole day. */
  readonly clock: string | null
  /** An IANA zone. */
  readonly zone: string
  readonly minutes: number
  readonly summary: string
  readonly place: string | null
  readonly words: string | null
  /** Who asks the others; without, it is an entry to keep and no invitation. */
  readonly organizer: Party | null
  readonly attendees: readonly Party[]
}

/** When it is, as lines; the zone's rules come along where a clock of it is named. */
interface Times {
  readonly zone: readonly string[]
  readonly times: readonly string[]
}

/** The bytes of an `.ics` file: CR LF, lines of at most 75 octets, the zone's rules along with the time. */
export function writeAppointment(appointment: Appointment): string {
  const { uid, sequence, isCancelled, stamp, summary, place, words, organizer } = appointment
  const { zone, times } = timesOf(appointment)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sobremesa//Conversations//EN',
    'CALSCALE:GREGORIAN',
    ...(organizer ? [`METHOD:${isCancelled ? 'CANCEL' : 'REQUEST'}`] : []),
    ...zone,
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utcStamp(stamp)}`,
    ...times,
    `SUMMARY:${textValue(summary)}`,
    ...(place ? [`LOCATION:${textValue(place)}`] : []),
    ...(words ? [`DESCRIPTION:${textValue(words)}`] : []),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(organizer ? [`ORGANIZER${nameParameter(organizer)}:${addressValue(organizer)}`] : []),
    ...attendeesOf(appointment),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('')
}

/**
 * In UTC for a zone that is UTC, and where a clock shows twice in the night of a change: of the two moments programs take
 * now the first and now the second.
 */
function isInUtc(zone: string, ends: readonly Instant[]): boolean {
  if (/^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu)$/i.test(zone)) return true
  return ends.some((end) => showsTwice(zone, end))
}

function timesOf({ day, clock, zone, minutes }: Appointment): Times {
  if (clock === null) {
    const [first, after] = [dayStamp(day), dayStamp(addDays(day, 1))]
    return { zone: [], times: [`DTSTART;VALUE=DATE:${first}`, `DTEND;VALUE=DATE:${after}`] }
  }
  const start = instantAt(zone, day, clock)
  const end = addHours(start, minutes / 60)
  if (isInUtc(zone, [start, end])) {
    return { zone: [], times: [`DTSTART:${utcStamp(start)}`, `DTEND:${utcStamp(end)}`] }
  }
  return {
    zone: zoneComponent(zone, millisecondsOf(start)),
    times: [
      `DTSTART;TZID=${zone}:${wallStamp(zone, start)}`,
      `DTEND;TZID=${zone}:${wallStamp(zone, end)}`,
    ],
  }
}

function attendeesOf({ organizer, attendees }: Appointment): string[] {
  if (organizer === null) return []
  return attendees.map(
    (one) =>
      `ATTENDEE${nameParameter(one)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${addressValue(one)}`,
  )
}

/** Words as a value of type TEXT (RFC 5545, 3.3.11); what no text may hold becomes a space. */
function textValue(text: string): string {
  return plain(text.replaceAll(/\r\n|\r/gu, '\n'))
    .replaceAll(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** A quoted parameter; a quote or a line break in it is told as RFC 6868 has it. */
function nameParameter({ name }: Party): string {
  const told = plain(name.trim()).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n')
  return told === '' ? '' : `;CN="${told}"`
}

function addressValue({ mail }: Party): string {
  return `mailto:${mail.replaceAll(/[\s\p{Cc}]+/gu, '')}`
}

function plain(text: string): string {
  return text.toWellFormed().replaceAll(/[^\P{Cc}\n\t]/gu, ' ')
}
