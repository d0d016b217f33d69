import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../kit/days.ts'
import { addBusinessDays, businessDaysBetween } from './business-days.ts'

test('three business days after a Thursday are Tuesday, seven are Monday of the week after', () => {
  expect(addBusinessDays('2026-03-05', 3)).toBe('2026-03-10')
  expect(addBusinessDays('2026-03-05', 7)).toBe('2026-03-16')
})

test('a letter of a Saturday starts to count on Monday', () => {
  expect(addBusinessDays('2026-03-07', 3)).toBe('2026-03-11')
})

test('a holiday does not count', () => {
  expect(addBusinessDays('2026-07-02', 3, ['2026-07-03'])).toBe('2026-07-08')
  expect(addBusinessDays('2026-07-02', 7, ['2026-07-03'])).toBe('2026-07-14')
})

test('a holiday on a weekend, or named twice, takes nothing more away', () => {
  expect(addBusinessDays('2026-07-02', 3, ['2026-07-04', '2026-07-05'])).toBe('2026-07-07')
  expect(
    businessDaysBetween('2026-07-02', '2026-07-08', ['2026-07-04', '2026-07-03', '2026-07-03']),
  ).toBe(3)
})

test('no days after a Sunday is that Sunday', () => {
  expect(addBusinessDays('2026-03-08', 0)).toBe('2026-03-08')
})

test('days are not counted backwards, nor in parts, nor without end', () => {
  for (const count of [-1, 1.5, Number.NaN, 1e9]) {
    expect(() => addBusinessDays('2026-03-05', count)).toThrow(RangeError)
  }
})

test('an answer on Tuesday to a letter of Thursday took three business days', () => {
  expect(businessDaysBetween('2026-03-05', '2026-03-10')).toBe(3)
  expect(businessDaysBetween('2026-03-05', '2026-03-16')).toBe(7)
  expect(businessDaysBetween('2026-03-10', '2026-03-05')).toBe(0)
})

test('counting to a day that was counted out gives the same number, with any holidays', () => {
  const day = fc.integer({ min: 0, max: 5000 }).map((count): Day => addDays('2020-01-01', count))
  const near = fc.array(fc.integer({ min: -5, max: 60 }), { maxLength: 30 })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), near, (from, count, offsets) => {
      const holidays = offsets.map((offset) => addDays(from, offset))
      const reached = addBusinessDays(from, count, holidays)
      expect(businessDaysBetween(from, reached, holidays)).toBe(count)
      expect(businessDaysBetween(from, addDays(reached, -1), holidays)).toBe(count - 1)
    }),
    { numRuns: 200 },
  )
})
