import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addHours, clockIn, dayIn, type Instant, weekdayOf } from '../kit/days.ts'
import { isFree, proposeSlots, type Slot, type SlotWish } from './slots.ts'

const usual: SlotWish = {
  now: '2026-04-09T08:00:00Z',
  minutes: 20,
  mine: 'Europe/Madrid',
  theirs: 'Europe/Madrid',
  working: [9, 17.5],
  waking: [8, 21],
  holidays: [],
  busy: [],
  daysAhead: 2,
  withinDays: 14,
  count: 3,
}

/** As both read it: theirs, then mine, with its day where that is another. */
function told(slots: readonly Slot[], mine: string): string {
  const both = slots.map(({ day, clock, instant }) => {
    const own = dayIn(mine, instant)
    const when = own === day ? clockIn(mine, instant) : `${own.slice(5)} ${clockIn(mine, instant)}`
    return `${day.slice(5)} ${clock} = ${when}`
  })
  return both.join(', ')
}

/** Half hours and three quarters, both sides of the date line, the weeks in which clocks change on one side only. */
const cases = `
Europe/Madrid | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 10:00 = 10:00, 04-15 14:00 = 14:00, 04-17 10:00 = 10:00
Europe/Lisbon | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 10:00 = 11:00, 04-15 14:00 = 15:00, 04-17 10:00 = 11:00
Europe/London | Europe/Madrid | 2026-10-22T08:00:00Z | 10-26 10:00 = 11:00, 10-28 14:00 = 15:00, 10-30 10:00 = 11:00
America/New_York | Europe/Madrid | 2026-03-05T08:00:00Z | 03-09 10:00 = 15:00, 03-11 12:00 = 17:00, 03-13 10:00 = 15:00
America/New_York | Europe/Madrid | 2026-10-22T08:00:00Z | 10-26 10:00 = 15:00, 10-28 12:00 = 17:00, 10-30 10:00 = 15:00
America/Los_Angeles | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 10:00 = 19:00, 04-15 10:00 = 19:00, 04-17 10:00 = 19:00
America/St_Johns | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 10:00 = 14:30, 04-15 12:00 = 16:30, 04-17 10:00 = 14:30
Asia/Kolkata | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 14:00 = 10:30, 04-15 14:00 = 10:30, 04-17 14:00 = 10:30
Asia/Kathmandu | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 14:00 = 10:15, 04-15 14:00 = 10:15, 04-17 14:00 = 10:15
Australia/Eucla | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 16:00 = 09:15, 04-15 16:00 = 09:15, 04-16 16:00 = 09:15
Asia/Tokyo | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 16:00 = 09:00, 04-15 16:00 = 09:00, 04-16 16:00 = 09:00
Australia/Lord_Howe | Asia/Tokyo | 2026-04-01T08:00:00Z | 04-03 11:00 = 09:00, 04-06 14:00 = 12:30, 04-07 11:00 = 09:30
Australia/Adelaide | Asia/Tokyo | 2026-09-30T08:00:00Z | 10-02 10:00 = 09:30, 10-05 14:00 = 12:30, 10-06 11:00 = 09:30
Pacific/Chatham | Australia/Sydney | 2026-04-01T08:00:00Z | 04-03 14:00 = 11:15, 04-06 14:00 = 11:15, 04-07 14:00 = 11:15
Pacific/Auckland | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 18:00 = 08:00, 04-15 18:00 = 08:00, 04-16 18:00 = 08:00
Pacific/Auckland | America/Los_Angeles | 2026-04-09T08:00:00Z | 04-14 10:00 = 04-13 15:00, 04-16 12:00 = 04-15 17:00, 04-17 10:00 = 04-16 15:00
Pacific/Kiritimati | Pacific/Honolulu | 2026-04-09T08:00:00Z | 04-14 10:00 = 04-13 10:00, 04-16 14:00 = 04-15 14:00, 04-17 10:00 = 04-16 10:00
Pacific/Pago_Pago | Pacific/Apia | 2026-04-09T08:00:00Z | 04-13 10:00 = 04-14 10:00, 04-15 14:00 = 04-16 14:00, 04-16 10:00 = 04-17 10:00
Europe/Madrid | America/New_York | 2026-04-09T22:30:00Z | 04-13 15:00 = 09:00, 04-15 15:00 = 09:00, 04-16 15:00 = 09:00
Asia/Tehran | Europe/Berlin | 2026-04-09T08:00:00Z | 04-13 11:00 = 09:30, 04-15 14:00 = 12:30, 04-17 11:00 = 09:30
Asia/Kabul | Europe/Berlin | 2026-04-09T08:00:00Z | 04-13 11:30 = 09:00, 04-15 14:00 = 11:30, 04-17 11:30 = 09:00
Asia/Yangon | Europe/Berlin | 2026-04-09T08:00:00Z | 04-13 14:00 = 09:30, 04-15 14:00 = 09:30, 04-17 14:00 = 09:30
America/Caracas | America/Bogota | 2026-04-09T08:00:00Z | 04-13 10:00 = 09:00, 04-15 14:00 = 13:00, 04-17 10:00 = 09:00
Africa/Casablanca | Europe/Madrid | 2026-02-12T08:00:00Z | 02-16 10:00 = 11:00, 02-18 14:00 = 15:00, 02-20 10:00 = 11:00
Africa/Cairo | Europe/Madrid | 2026-04-22T08:00:00Z | 04-24 10:00 = 09:00, 04-27 14:00 = 13:00, 04-28 10:00 = 09:00
Etc/UTC | Europe/Madrid | 2026-04-09T08:00:00Z | 04-13 10:00 = 12:00, 04-15 14:00 = 16:00, 04-17 10:00 = 12:00
`
  .trim()
  .split('\n')
  .map((line) => line.split(' | ') as [theirs: string, mine: string, now: Instant, offered: string])

describe('times to speak', () => {
  test.each(cases)('in %s, for somebody in %s, from %s on', (theirs, mine, now, offered) => {
    expect(told(proposeSlots({ ...usual, theirs, mine, now }), mine)).toEqual(offered)
  })

  test('leave out weekends, holidays of mine, and what is taken with a quarter of an hour around it', () => {
    const holidays = ['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16'] as const
    const busy = [{ from: '2026-04-17T07:00:00Z', to: '2026-04-17T11:00:00Z' }] as const
    const [first] = proposeSlots({ ...usual, holidays, busy, withinDays: 6 })
    expect(first).toMatchObject({ day: '2026-04-17', clock: '14:00' })
    expect(isFree('2026-04-17T11:10:00Z', 20, busy)).toBe(false)
    expect(isFree('2026-04-17T11:15:00Z', 20, busy)).toBe(true)
    expect(isFree('2026-04-17T06:25:00Z', 20, busy)).toBe(true)
    expect(isFree('2026-04-17T06:26:00Z', 20, busy)).toBe(false)
    expect(isFree('2026-04-17T06:26:00Z', 20, busy, 0)).toBe(true)
  })

  test('are looked for among days and hours that there are, whatever was asked', () => {
    const far = { ...usual, withinDays: 1e9, daysAhead: 0.5, working: [9, 99], count: 5 } as const
    const slots = proposeSlots(far)
    expect(slots).toHaveLength(5)
    expect(slots.every(({ clock }) => clock >= '09:00')).toBe(true)
    expect(proposeSlots({ ...usual, working: [17, 9], waking: [17, 9] })).toEqual([])
  })

  test('are fewer, or none, where there is no room', () => {
    const busy = [{ from: '2026-04-09T00:00:00Z', to: '2026-05-30T00:00:00Z' }] as const
    expect(proposeSlots({ ...usual, busy })).toEqual([])
    expect(proposeSlots({ ...usual, withinDays: 0, daysAhead: 4 })).toHaveLength(1)
  })

  test('are never on a clock that is skipped or shows twice, nor across it', () => {
    const night = {
      working: [0, 5],
      waking: [0, 5],
      daysAhead: 1,
      withinDays: 0,
      count: 2,
    } as const
    const clocks = (theirs: string, now: Instant) =>
      Array.from({ length: 8 }, (_, at) => at / 2).flatMap((hour) =>
        proposeSlots({
          ...usual,
          ...night,
          theirs,
          mine: theirs,
          now,
          working: [hour, hour + 0.5],
          waking: [hour, hour + 0.5],
        }).map(({ clock }) => clock),
      )
    // Cairo skips from 00:00 to 01:00 on a Friday, and shows the hour before midnight twice on another.
    expect(clocks('Africa/Cairo', '2026-04-23T09:00:00Z')).toEqual([
      '01:00',
      '01:30',
      '02:00',
      '02:30',
      '03:00',
      '03:30',
    ])
    expect(clocks('Africa/Cairo', '2026-04-22T09:00:00Z')).toHaveLength(8)
  })

  test('hold, wherever the two are and whenever they look', () => {
    const zones = [
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Auckland',
      'America/St_Johns',
      'Australia/Lord_Howe',
    ]
    const zone = fc.constantFrom(...zones)
    const hoursOn = fc.integer({ min: 0, max: 24 * 365 })
    fc.assert(
      fc.property(zone, zone, hoursOn, (theirs, mine, on) => {
        const now = addHours('2026-01-01T00:30:00Z', on)
        const slots = proposeSlots({ ...usual, theirs, mine, now })
        expect(new Set(slots.map(({ day }) => day)).size).toBe(slots.length)
        for (const { day, clock, instant } of slots) {
          expect([dayIn(theirs, instant), clockIn(theirs, instant)]).toEqual([day, clock])
          expect(instant > addHours(now, 24)).toBe(true)
          for (const where of [theirs, mine]) {
            expect([0, 6]).not.toContain(weekdayOf(dayIn(where, instant)))
            expect(clockIn(where, instant) >= '08:00' && clockIn(where, instant) <= '20:40').toBe(
              true,
            )
          }
        }
      }),
      { numRuns: 25 },
    )
  })
})
