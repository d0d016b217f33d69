import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { hardTimes } from '../../../test/stand/hard-times.ts'
import { addHours, clockIn, type Day, instantAt } from '../../kit/days.ts'
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

describe('an appointment', () => {
  test.each(hardTimes)(
    'in $zone on $day at $clock, $why, is at that moment for everybody',
    ({ zone, day, clock, minutes, start, walls }) => {
      const end = addHours(start, minutes / 60)
      const read = readBack(writeAppointment({ ...talk, zone, day, clock, minutes }))
      expect(instantAt(zone, day, clock)).toBe(start)
      expect([clockIn(zone, start), clockIn(zone, end)]).toEqual(walls)
      expect([read.start, read.end]).toEqual([start, end])
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
          expect(start).toBe(instantAt(zone, day, clock))
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
