import { describe, expect, test } from 'vitest'
import {
  calendar,
  event,
  eventsIn,
  remarksOn,
  startOf,
  startsOf,
} from '../../../test/stand/calendars.ts'

function untilEnd(end: string): Promise<string[]> {
  return startsOf('DTSTART;TZID=America/New_York:20260105T200000', `RRULE:FREQ=DAILY;UNTIL=${end}`)
}

describe('an event that repeats', () => {
  test('is told on each of its days until the day that is asked for', async () => {
    const weekly = await startsOf('DTSTART;VALUE=DATE:20261102', 'RRULE:FREQ=WEEKLY')
    expect(weekly).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'])
  })

  test('keeps its clock when the clocks change', async () => {
    const lines = ['DTSTART;TZID=Europe/Madrid:20261022T180000', 'RRULE:FREQ=WEEKLY;COUNT=2']
    expect(await startsOf(...lines)).toEqual([
      '2026-10-22T16:00:00.000Z',
      '2026-10-29T17:00:00.000Z',
    ])
  })

  test('ends with the last moment that it names, which is mostly in UTC', async () => {
    expect(await untilEnd('20260107T010000Z')).toHaveLength(2)
    expect(await untilEnd('20260107T005900Z')).toHaveLength(1)
    expect(await untilEnd('20260107')).toHaveLength(3)
    expect(await untilEnd('20260101')).toHaveLength(1)
  })

  test('leaves out and adds the days that it lists', async () => {
    const lines = [
      'DTSTART;TZID=Europe/Madrid:20260105T100000',
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE;TZID=Europe/Madrid:20260106T100000',
      'EXDATE:20260107T090000Z',
      'RDATE;TZID=Europe/Madrid:20260201T120000',
      'RDATE;VALUE=PERIOD:20260202T110000Z/PT1H',
    ]
    expect((await eventsIn(calendar(event(...lines)))).map(({ instance }) => instance)).toEqual([
      '2026-01-05T10:00',
      '2026-01-08T10:00',
      '2026-02-01T12:00',
      '2026-02-02T12:00',
    ])
  })

  test('tells a changed day once, as it was changed, wherever the change stands', async () => {
    const master = event('SUMMARY:Plan', 'DTSTART:20260105T100000Z', 'RRULE:FREQ=DAILY;COUNT=3')
    const change = event(
      'SUMMARY:Moved',
      'RECURRENCE-ID:20260106T100000Z',
      'DTSTART:20260110T150000Z',
    )
    for (const text of [calendar(master, change), calendar(change, master)]) {
      const told = (await eventsIn(text)).map(
        (one) => `${one.instance} ${one.summary} ${startOf(one)}`,
      )
      expect(told).toEqual([
        '2026-01-05T10:00 Plan 2026-01-05T10:00:00.000Z',
        '2026-01-06T10:00 Moved 2026-01-10T15:00:00.000Z',
        '2026-01-07T10:00 Plan 2026-01-07T10:00:00.000Z',
      ])
    }
  })

  test('may be changed from one day on', async () => {
    const master = event('SUMMARY:Old', 'DTSTART:20260105T100000Z', 'RRULE:FREQ=DAILY;COUNT=3')
    const change = event(
      'SUMMARY:New',
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260106T100000Z',
      'DTSTART:20260106T113000Z',
    )
    const told = (await eventsIn(calendar(master, change))).map(
      (one) => `${one.summary} ${startOf(one)}`,
    )
    expect(told).toEqual([
      'Old 2026-01-05T10:00:00.000Z',
      'New 2026-01-06T11:30:00.000Z',
      'New 2026-01-07T11:30:00.000Z',
    ])
  })

  test('of which only a changed day is there is that day', async () => {
    const change = event('RECURRENCE-ID:20260106T100000Z', 'DTSTART:20260110T150000Z')
    expect(await eventsIn(calendar(change))).toMatchObject([{ instance: '2026-01-06T10:00' }])
  })

  test.each([
    ['FREQ=SECONDLY', 'goes by less than a day; its first moment was taken'],
    [
      'FREQ=FORTNIGHTLY',
      'says "FREQ=FORTNIGHTLY", which is no rule for it; its first day was taken',
    ],
    ['BYDAY', 'says "BYDAY", which is no rule for it; its first day was taken'],
    [
      'FREQ=DAILY;UNTIL=soon',
      'says "FREQ=DAILY;UNTIL=soon", which is no rule for it; its first day was taken',
    ],
  ])('by %s is told on its first day, and why', async (rule, reason) => {
    const text = calendar(event('DTSTART:20260105T100000Z', `RRULE:${rule}`))
    expect((await eventsIn(text)).map(startOf)).toEqual(['2026-01-05T10:00:00.000Z'])
    expect(await remarksOn(text)).toEqual([`6: The repetition ${reason}`])
  })

  test.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYDAY=53MO;BYWEEKNO=1',
    'FREQ=DAILY;BYMONTH=13',
    'FREQ=WEEKLY;INTERVAL=0',
    'FREQ=YEARLY;INTERVAL=1000000',
    'FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1;BYSETPOS=7',
    'FREQ=DAILY;BYHOUR=25',
  ])('by %s, which never comes, ends', { timeout: 20_000 }, async (rule) => {
    const some = await startsOf('DTSTART:20000105T100000Z', `RRULE:${rule}`)
    expect(some.length).toBeGreaterThan(0)
  })

  test('for ever since long ago ends at a number, and says so', async () => {
    const text = calendar(event('DTSTART:19000101T100000Z', 'RRULE:FREQ=DAILY'))
    expect(await eventsIn(text)).toHaveLength(10_000)
    expect(await remarksOn(text)).toEqual([
      '6: The repetition goes on for more than 10000 days; the first were taken',
    ])
  })

  test('by hundreds of rules that never come ends, and says so', { timeout: 20_000 }, async () => {
    const never = 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'
    const text = calendar(event('DTSTART:19000105T100000Z', ...Array<string>(500).fill(never)))
    const many = calendar(...Array<string>(2000).fill(event('DTSTART:19000105T100000Z', never)))
    expect(await remarksOn(text)).toEqual([
      '10: The repetition and what comes after it are more than the 4 rules that an event may have',
    ])
    expect(await eventsIn(many)).toHaveLength(2000)
  })

  test('until the year 5000 has no end', async () => {
    const lines = ['DTSTART;VALUE=DATE:20261120', 'RRULE:FREQ=DAILY;UNTIL=50000101']
    expect(await startsOf(...lines)).toHaveLength(4)
  })
})
