import { expect, test } from 'vitest'
import { emptyPlan, isSameStart, minutesIn, startIn, writtenPlan } from './plan.ts'

test('a plan without a day has no time yet, and empty words are none', () => {
  expect(writtenPlan({ ...emptyPlan('Europe/Madrid'), clock: '16:00', link: '  ' })).toMatchObject({
    start: null,
    link: null,
    minutes: 20,
  })
})

test('a time hangs in its zone', () => {
  expect(startIn({ day: '2026-03-12', clock: '16:00', zone: 'Europe/Madrid' })).toEqual({
    day: '2026-03-12',
    clock: '16:00',
    zone: 'Europe/Madrid',
  })
  expect(startIn({ day: '2026-03-12', clock: '', zone: 'Europe/Madrid' })?.clock).toBe(null)
})

test('minutes stay between five and ten hours', () => {
  expect(['20', '', 'many', '1', '5000', '25.4'].map(minutesIn)).toEqual([20, 20, 20, 5, 600, 25])
})

test('a time that was not touched is the same time', () => {
  const start = { day: '2026-03-12', clock: null, zone: 'Europe/Madrid' } as const
  expect(isSameStart(start, { ...start })).toBe(true)
  expect(isSameStart(start, { ...start, clock: '16:00' })).toBe(false)
  expect(isSameStart(null, null)).toBe(true)
})
