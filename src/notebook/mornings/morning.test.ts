import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addHours, dayIn, instantAt, type Instant } from '../../kit/days.ts'
import { type Morning, morningOf } from './morning.ts'

const zone = 'Europe/Madrid'
const morning: Morning = { at: '08:00', zone, days: 'working', says: 'quiet' }
const at = (day: `${number}-${number}-${number}`, clock: string) => instantAt(zone, day, clock)

test.each([
  ['2026-03-12', '07:59', null],
  ['2026-03-12', '08:00', '2026-03-12'],
  ['2026-03-12', '10:59', '2026-03-12'],
  // The server was off until noon.
  ['2026-03-12', '11:00', null],
  ['2026-03-12', '23:30', null],
  // Saturday, Sunday, and a day off.
  ['2026-03-14', '08:10', null],
  ['2026-03-15', '08:10', null],
  ['2026-03-19', '08:10', null],
  // The clocks go forward in that night.
  ['2026-03-30', '08:00', '2026-03-30'],
] as const)('on %s at %s the morning is %s', (day, clock, is) => {
  expect(morningOf(morning, null, at(day, clock), ['2026-03-19'])).toBe(is)
})

test('who wants every day hears on every day, and each day once', () => {
  const every = { ...morning, days: 'every' } as const
  expect(morningOf(every, null, at('2026-03-14', '08:10'), ['2026-03-14'])).toBe('2026-03-14')
  expect(morningOf(every, '2026-03-14', at('2026-03-14', '08:11'), [])).toBeNull()
})

test('looked at as often as one likes, a browser hears once a day at most, and never outside of the morning', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }), (minutes) => {
      const every = { ...morning, days: 'every' } as const
      const heard: string[] = []
      let now: Instant = at('2026-03-27', '00:00')
      for (const one of minutes) {
        now = addHours(now, one / 60)
        const last = heard.at(-1)
        const day = morningOf(
          every,
          last === undefined
            ? null
            : dayIn('UTC', at(last as `${number}-${number}-${number}`, '12:00')),
          now,
          [],
        )
        if (day === null) continue
        heard.push(day)
        expect(day).toBe(dayIn(zone, now))
        expect(addDays(day, 0)).toBe(day)
      }
      expect(new Set(heard).size).toBe(heard.length)
    }),
    { numRuns: 100 },
  )
})
