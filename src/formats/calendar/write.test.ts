import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { addHours, type Day, instantAt } from '../../kit/days.ts'
import { type Appointment, writeAppointment } from './write.ts'

const talk: Appointment = {
  uid: '019ce249-0e7c-75d7-a280-bb82fad3f1c4@sobremesa',
  sequence: 0,
  isCancelled: false,
  stamp: '2026-03-11T13:40:00.000Z',
  day: '2026-03-18',
  clock: '16:00',
  zone: 'Europe/Madrid',
  minutes: 20,
  summary: 'Ruth Adeyemi and Inés Marín',
  place: 'Café Gijón, Paseo de Recoletos 21; Madrid',
  words: 'What I hope to ask:\n– What did you do yesterday?',
  organizer: { name: 'Inés Marín', mail: 'ines@example.org' },
  attendees: [{ name: 'Ruth "Ru" Adeyemi', mail: 'ruth@archive.example' }],
}

interface ReadEvent {
  readonly start: string
  readonly end: string
  readonly event: ICAL.Component
  readonly calendar: ICAL.Component
}

/** As another program reads it: the times by the rules that came along, and by nothing else. */
function readBack(text: string): ReadEvent {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const event = calendar.getFirstSubcomponent('vevent')!
  const { startDate, endDate } = new ICAL.Event(event)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const known = new ICAL.Timezone(zone)
    startDate.zone = known
    endDate.zone = known
  }
  return { start: instantOfTime(startDate), end: instantOfTime(endDate), event, calendar }
}

function instantOfTime(time: ICAL.Time): string {
  return new Date(time.toUnixTime() * 1000).toISOString()
}

/** Both ends of summer time in north and south, half hours, three quarters, the date line, and zones without changes. */
const cases: readonly (readonly [zone: string, day: Day, clock: string, instant: string])[] = [
  ['Europe/Madrid', '2026-03-18', '16:00', '2026-03-18T15:00:00.000Z'],
  ['Europe/Madrid', '2026-03-28', '16:00', '2026-03-28T15:00:00.000Z'],
  ['Europe/Madrid', '2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
  ['Europe/Madrid', '2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
  ['Europe/Madrid', '2026-10-24', '16:00', '2026-10-24T14:00:00.000Z'],
  ['Europe/Madrid', '2026-10-25', '04:00', '2026-10-25T03:00:00.000Z'],
  ['Europe/London', '2026-03-29', '10:00', '2026-03-29T09:00:00.000Z'],
  ['Europe/London', '2026-12-31', '23:50', '2026-12-31T23:50:00.000Z'],
  ['Europe/Dublin', '2026-07-01', '09:00', '2026-07-01T08:00:00.000Z'],
  ['Europe/Dublin', '2026-01-01', '09:00', '2026-01-01T09:00:00.000Z'],
  ['Europe/Lisbon', '2026-06-10', '18:15', '2026-06-10T17:15:00.000Z'],
  ['Atlantic/Azores', '2026-06-10', '18:15', '2026-06-10T18:15:00.000Z'],
  ['America/New_York', '2026-03-08', '03:30', '2026-03-08T07:30:00.000Z'],
  ['America/New_York', '2026-03-09', '10:00', '2026-03-09T14:00:00.000Z'],
  ['America/New_York', '2026-11-02', '10:00', '2026-11-02T15:00:00.000Z'],
  ['America/Los_Angeles', '2026-07-04', '09:00', '2026-07-04T16:00:00.000Z'],
  ['America/St_Johns', '2026-01-15', '10:00', '2026-01-15T13:30:00.000Z'],
  ['America/St_Johns', '2026-07-15', '10:00', '2026-07-15T12:30:00.000Z'],
  ['America/Phoenix', '2026-07-15', '10:00', '2026-07-15T17:00:00.000Z'],
  ['America/Sao_Paulo', '2026-12-15', '10:00', '2026-12-15T13:00:00.000Z'],
  ['America/Santiago', '2026-01-15', '10:00', '2026-01-15T13:00:00.000Z'],
  ['America/Santiago', '2026-07-15', '10:00', '2026-07-15T14:00:00.000Z'],
  ['Asia/Kolkata', '2026-05-05', '11:00', '2026-05-05T05:30:00.000Z'],
  ['Asia/Kathmandu', '2026-05-05', '11:00', '2026-05-05T05:15:00.000Z'],
  ['Asia/Tehran', '2026-05-05', '11:00', '2026-05-05T07:30:00.000Z'],
  ['Asia/Kabul', '2026-05-05', '11:00', '2026-05-05T06:30:00.000Z'],
  ['Asia/Yangon', '2026-05-05', '11:00', '2026-05-05T04:30:00.000Z'],
  ['Asia/Tokyo', '2026-05-05', '08:00', '2026-05-04T23:00:00.000Z'],
  ['Asia/Shanghai', '2026-02-17', '08:00', '2026-02-17T00:00:00.000Z'],
  ['Asia/Dubai', '2026-02-17', '08:00', '2026-02-17T04:00:00.000Z'],
  ['Australia/Adelaide', '2026-01-15', '10:00', '2026-01-14T23:30:00.000Z'],
  ['Australia/Adelaide', '2026-07-15', '10:00', '2026-07-15T00:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-01-15', '10:00', '2026-01-14T23:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-07-15', '10:00', '2026-07-14T23:30:00.000Z'],
  ['Australia/Eucla', '2026-07-15', '10:00', '2026-07-15T01:15:00.000Z'],
  ['Australia/Sydney', '2026-10-04', '10:00', '2026-10-03T23:00:00.000Z'],
  ['Pacific/Chatham', '2026-01-15', '10:00', '2026-01-14T20:15:00.000Z'],
  ['Pacific/Auckland', '2026-04-05', '10:00', '2026-04-04T22:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-04-05', '10:00', '2026-04-04T20:00:00.000Z'],
  ['Africa/Johannesburg', '2026-04-05', '10:00', '2026-04-05T08:00:00.000Z'],
  ['Etc/UTC', '2026-04-05', '10:00', '2026-04-05T10:00:00.000Z'],
  ['Africa/Cairo', '2026-05-05', '10:00', '2026-05-05T07:00:00.000Z'],
]

describe('an appointment', () => {
  test.each(cases)(
    'in %s on %s at %s is at that moment for everybody',
    (zone, day, clock, instant) => {
      const { start, end } = readBack(writeAppointment({ ...talk, zone, day, clock }))
      expect(instantAt(zone, day, clock)).toBe(instant)
      expect(start).toBe(instant)
      expect(end).toBe(addHours(instantAt(zone, day, clock), 1 / 3))
    },
  )

  test('in any zone of the world, on any day, is read back at its moment', () => {
    const zones = Intl.supportedValuesOf('timeZone')
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 95 }),
        (zone, days, quarters) => {
          const day = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10) as Day
          const clock = `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
          const { start } = readBack(writeAppointment({ ...talk, zone, day, clock }))
          // In the hour that a change of clocks repeats, programs choose; the two are one change apart.
          const apart = Math.abs(Date.parse(start) - Date.parse(instantAt(zone, day, clock)))
          expect(apart).toBeLessThanOrEqual(isRepeated(zone, day, clock) ? 3_600_000 : 0)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('without a clock takes the whole day, and ends with it', () => {
    const text = writeAppointment({ ...talk, clock: null })
    expect(text).toContain('\r\nDTSTART;VALUE=DATE:20260318\r\nDTEND;VALUE=DATE:20260319\r\n')
    expect(text).not.toContain('VTIMEZONE')
    const { startDate, endDate } = new ICAL.Event(readBack(text).event)
    expect([startDate.isDate, String(startDate), String(endDate)]).toEqual([
      true,
      '2026-03-18',
      '2026-03-19',
    ])
  })

  test('asks the others where there is an address to ask from, and is an entry to keep where there is none', () => {
    expect(writeAppointment(talk)).toContain('\r\nMETHOD:REQUEST\r\n')
    const kept = writeAppointment({ ...talk, organizer: null })
    expect(kept).not.toMatch(/METHOD|ORGANIZER|ATTENDEE/)
  })

  test('that is off says so under the same name, with a higher number', () => {
    const text = writeAppointment({ ...talk, isCancelled: true, sequence: 2 })
    const { event, calendar } = readBack(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event.getFirstPropertyValue('sequence')).toBe(2)
    expect(event.getFirstPropertyValue('uid')).toBe(talk.uid)
  })

  test('that is moved asks again under the same name, with a higher number and the new moment', () => {
    const { start, event, calendar } = readBack(
      writeAppointment({ ...talk, clock: '17:30', sequence: 1 }),
    )
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect([start, event.getFirstPropertyValue('uid')]).toEqual([
      '2026-03-18T16:30:00.000Z',
      talk.uid,
    ])
    expect(event.getFirstPropertyValue('sequence')).toBe(1)
  })

  test('keeps every word, whatever stands in it, and no line is longer than 75 octets', () => {
    const { event } = readBack(writeAppointment(talk))
    expect(event.getFirstPropertyValue('location')).toBe(talk.place)
    expect(event.getFirstPropertyValue('description')).toBe(talk.words)
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        'a\r\nATTENDEE:mailto:all@example.org',
        'END:VEVENT',
        '";X-EVIL=1:',
        'ﷺ'.repeat(90),
      ),
    )
    fc.assert(
      fc.property(hostile, hostile, hostile, (summary, name, mail) => {
        const text = writeAppointment({
          ...talk,
          zone: 'Etc/UTC',
          summary,
          place: `at ${summary}`,
          organizer: { name, mail },
          attendees: [{ name, mail }],
        })
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        }
        const { event: read } = readBack(text)
        expect(read.getAllProperties().map(({ name: one }) => one)).toEqual(properties)
      }),
      { numRuns: 1000 },
    )
  })
})

const properties = [
  'uid',
  'sequence',
  'dtstamp',
  'dtstart',
  'dtend',
  'summary',
  'location',
  'description',
  'status',
  'organizer',
  'attendee',
]

/** Is this the hour in which the clocks show the same twice, or one they leave out? */
function isRepeated(zone: string, day: Day, clock: string): boolean {
  const first = instantAt(zone, day, clock)
  const shown = (hours: number) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(new Date(addHours(first, hours)))
  const wanted = `${day} ${clock}`
  return shown(0) !== wanted || [-1, -0.5, 0.5, 1].some((hours) => shown(hours) === wanted)
}
