import { expect, test } from 'vitest'
import { hoursBetween, type Instant } from '../../kit/days.ts'
import { nextTry, waitedTooLong } from './retrying.ts'

const first: Instant = '2026-03-11T09:00:00.000Z'

test('a letter is tried again after a minute, then ever more rarely, and for a day in all', () => {
  const moments: Instant[] = [first]
  for (;;) {
    const next = nextTry(first, moments.length - 1, moments.at(-1)!)
    if (next === null) break
    moments.push(next)
  }
  expect(moments.slice(0, 4)).toEqual([
    '2026-03-11T09:00:00.000Z',
    '2026-03-11T09:01:00.000Z',
    '2026-03-11T09:06:00.000Z',
    '2026-03-11T09:16:00.000Z',
  ])
  expect(hoursBetween(first, moments.at(-1)!)).toBeGreaterThanOrEqual(24)
  expect(hoursBetween(first, moments.at(-2)!)).toBeLessThan(24)
  expect(moments.length).toBeLessThan(35)
})

test('a letter that nobody let go for a day after its time waited too long', () => {
  expect(waitedTooLong(first, '2026-03-12T08:59:00.000Z')).toBe(false)
  expect(waitedTooLong(first, '2026-03-12T09:00:00.000Z')).toBe(true)
})
