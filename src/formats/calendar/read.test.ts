import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  calendar,
  event,
  eventsIn,
  readCalendar,
  remarksOn,
  startOf,
  startsOf,
  until,
} from '../../../test/stand/calendars.ts'
import { inChunks } from '../encoding/in-chunks.ts'
import type { CalendarRead } from './event.ts'
import { readEvents } from './read.ts'

async function* aLineOfAGigabyte(): AsyncGenerator<Uint8Array> {
  yield* inChunks('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:')
  const megabyte = new Uint8Array(1024 * 1024).fill(0x78)
  for (let at = 0; at < 1024; at++) yield megabyte
  yield* inChunks('\nUID:one\nEND:VEVENT\nEND:VCALENDAR\n')
}

describe('an event', () => {
  test('says when, where, what and who', async () => {
    const text = calendar(
      event(
        'DTSTART;TZID=Europe/Madrid:20260305T173000',
        'DTEND;TZID=Europe/Madrid:20260305T180000',
        'SUMMARY:Café with Ruth\\, about paper',
        'LOCATION:Archive\\nReading room',
        'DESCRIPTION:Nothing of this is read',
        'STATUS:CONFIRMED',
        'SEQUENCE:2',
        'ORGANIZER;CN="Adeyemi, Ruth":mailto:Ruth@example.org',
        "ATTENDEE;CN=Ana ^'Nan^' Pérez;PARTSTAT=ACCEPTED:MAILTO:ana@example.org",
        'ATTENDEE;CUTYPE=ROOM;CN=Room 2:mailto:room2@example.org',
        'ATTENDEE;PARTSTAT=DECLINED;CN=zoe@example.org:mailto:zoe@example.org',
        'ATTENDEE;CN=No Address:invalid:nomail',
        'BEGIN:VALARM',
        'SUMMARY:Not this one',
        'END:VALARM',
      ),
    )
    expect(await readCalendar(text)).toEqual([
      {
        kind: 'event',
        line: 3,
        lost: [],
        event: {
          uid: 'one',
          instance: null,
          start: {
            kind: 'instant',
            instant: '2026-03-05T16:30:00.000Z',
            day: '2026-03-05',
            clock: '17:30',
            zone: 'Europe/Madrid',
          },
          summary: 'Café with Ruth, about paper',
          days: 1,
          minutes: 30,
          isFree: false,
          sequence: 2,
          place: 'Archive Reading room',
          status: 'confirmed',
          organizer: {
            name: 'Adeyemi, Ruth',
            mail: 'Ruth@example.org',
            kind: 'person',
            answer: 'none',
          },
          attendees: [
            { name: 'Ana "Nan" Pérez', mail: 'ana@example.org', kind: 'person', answer: 'yes' },
            { name: 'Room 2', mail: 'room2@example.org', kind: 'room', answer: 'none' },
            { name: null, mail: 'zoe@example.org', kind: 'person', answer: 'no' },
            { name: 'No Address', mail: null, kind: 'person', answer: 'none' },
          ],
        },
      },
    ])
  })

  test.each([
    [['DTSTART:20260305T160000Z', 'DTEND;TZID=Europe/Madrid:20260305T180000'], 60],
    [
      ['DTSTART;TZID=Europe/Madrid:20260329T013000', 'DTEND;TZID=Europe/Madrid:20260329T033000'],
      60,
    ],
    [['DTSTART;TZID=Europe/Madrid:20260305T160000', 'DURATION:PT1H30M'], 90],
    [['DTSTART:20260305T160000', 'DURATION:P1DT2H'], 26 * 60],
    [['DTSTART:20260305T160000', 'DTEND:20260305T150000'], null],
    [['DTSTART:20260305T160000'], null],
    [['DTSTART;VALUE=DATE:20260305', 'DTEND;VALUE=DATE:20260306'], null],
  ])('of %j takes %s minutes', async (lines, minutes) => {
    const [read] = await readCalendar(calendar(event(...lines, 'TRANSP:TRANSPARENT')))
    expect(read).toMatchObject({ event: { minutes, isFree: true } })
  })

  test('may be a whole day, a clock in UTC, or a clock without a zone', async () => {
    expect(await startsOf('DTSTART;VALUE=DATE:20260305')).toEqual(['2026-03-05'])
    expect(await startsOf('DTSTART:20260305T173000Z')).toEqual(['2026-03-05T17:30:00.000Z'])
    expect(await startsOf('DTSTART:20260305T173000')).toEqual(['2026-03-05 17:30'])
  })

  test('of an old vCalendar, in quoted-printable, is read', async () => {
    const text =
      'BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nDTSTART:20010305T173000Z\n' +
      'SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9\n' +
      'ATTENDEE:Ruth Adeyemi <ruth@example.org>\nEND:VEVENT\nEND:VCALENDAR\n'
    expect(await eventsIn(text)).toMatchObject([
      { summary: 'Café', attendees: [{ name: 'Ruth Adeyemi', mail: 'ruth@example.org' }] },
    ])
  })

  test('without a start, or with one that is none, is said by its line and its name', async () => {
    const text = calendar(event('SUMMARY:One'), event('SUMMARY:Two', 'DTSTART:20260231'))
    expect(await remarksOn(text)).toEqual([
      '3: "One" has no day on which it begins',
      '10: "Two" begins on "20260231", which is no day of a calendar',
    ])
  })

  test('without its end does not take the next one with it', async () => {
    const cut = 'BEGIN:VEVENT\r\nUID:cut\r\nSUMMARY:Cut\r\nDTSTART:20260101'
    const text = calendar(cut, event('SUMMARY:Whole', 'DTSTART:20260102'))
    expect((await eventsIn(text)).map(({ summary }) => summary)).toEqual(['Cut', 'Whole'])
    expect(await remarksOn(text)).toEqual([
      '3: The event that begins here has no END:VEVENT; what it holds was read',
    ])
  })

  test('with a line of a gigabyte loses that line and no more', async () => {
    const all: CalendarRead[] = []
    for await (const one of readEvents(aLineOfAGigabyte(), { until })) all.push(one)
    expect(all).toMatchObject([
      {
        kind: 'event',
        event: { uid: 'one', summary: null },
        lost: [{ line: 4, reason: 'is longer than 1 MiB' }],
      },
    ])
  })
})

describe('a zone', () => {
  const odd = [
    'BEGIN:VTIMEZONE',
    'TZID:Somewhere odd',
    'BEGIN:STANDARD',
    'DTSTART:19701025T030000',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'TZOFFSETFROM:+0230',
    'TZOFFSETTO:+0130',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:19700329T020000',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'TZOFFSETFROM:+0130',
    'TZOFFSETTO:+0230',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n')
  const winter = event('DTSTART;TZID=Somewhere odd:20260105T120000')
  const summer = event('DTSTART;TZID=Somewhere odd:20260705T120000')

  test('that a file defines is kept to, wherever the definition stands', async () => {
    const expected = ['2026-01-05T10:30:00.000Z', '2026-07-05T09:30:00.000Z']
    expect((await eventsIn(calendar(odd, winter, summer))).map(startOf)).toEqual(expected)
    expect((await eventsIn(calendar(winter, summer, odd))).map(startOf)).toEqual(expected)
  })

  test('known to the world may have a path before its name', async () => {
    const start = 'DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20260305T120000'
    expect(await startsOf(start)).toEqual(['2026-03-05T17:00:00.000Z'])
  })

  test('that nobody knows leaves the clock as it was written', async () => {
    expect(await startsOf('DTSTART;TZID=Nowhere:20260305T120000')).toEqual(['2026-03-05 12:00'])
  })

  test.each(['TZOFFSETTO:+0130', 'DTSTART:19701025T030000', 'BYMONTH=10', 'TZOFFSETFROM:+0230'])(
    'with a broken %s is none, and breaks nothing',
    async (part) => {
      const broken = odd.replace(part, part.replace(/\d/, 'º').replace(/\d/, 'F'))
      expect((await eventsIn(calendar(broken, summer))).map(startOf)).toEqual(['2026-07-05 12:00'])
    },
  )

  test('that changes every second is not believed', async () => {
    const mad = odd.replace('FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'FREQ=SECONDLY')
    expect((await eventsIn(calendar(mad, summer))).map(startOf)).toEqual(['2026-07-05 12:00'])
  })
})

describe('a calendar', () => {
  test('tells what it holds besides events', async () => {
    const diary = 'BEGIN:VJOURNAL\r\nSUMMARY:x\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VJOURNAL'
    expect(await readCalendar(calendar(diary, diary))).toEqual([
      { kind: 'passed', what: 'VJOURNAL', count: 2 },
    ])
  })

  test('is said to be none if it is', async () => {
    expect(await remarksOn('name,mail\n')).toEqual([
      '1: The file holds no calendar: no line says BEGIN:VCALENDAR',
    ])
  })

  test('reads the same however its bytes come, and in UTF-16', async () => {
    const text = calendar(
      event('SUMMARY:Zoë 🙂', ' and more', 'DTSTART:20260105', 'RRULE:FREQ=DAILY;COUNT=3'),
    )
    const whole = await readCalendar(text)
    expect(whole).toHaveLength(3)
    expect(await readCalendar(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(whole)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (size) => {
        expect(await readCalendar(text, size)).toEqual(whole)
      }),
      { numRuns: 30 },
    )
  })
})
