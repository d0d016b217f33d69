import { beforeAll, expect, test } from 'vitest'
import {
  dayAndClock,
  localeOf,
  longDay,
  plainDay,
  roughDay,
  type Wall,
  startInWords,
  whenInWords,
} from './dates.ts'
import { bringWords, numberInWords, t } from './words.ts'

const wall: Wall = { zone: 'Europe/Madrid', locale: 'en-GB', today: '2026-03-12' }

beforeAll(bringWords)

test('a day is said as Thursday 12 March, with its year when it is another', () => {
  expect(longDay('2026-03-12', wall)).toBe('Thursday 12 March')
  expect(plainDay('2024-03-05', wall)).toBe('5 March 2024')
})

test('the older a day is, the less exactly it is said', () => {
  expect(roughDay(t, '2026-03-11', wall)).toBe('yesterday')
  expect(roughDay(t, '2026-03-05', wall)).toBe('5 March')
  expect(roughDay(t, '2025-12-26', wall)).toBe('26 December')
  expect(roughDay(t, '2025-02-03', wall)).toBe('February 2025')
  expect(roughDay(t, '2022-07-01', wall)).toBe('2022')
})

test('a time is said with its day, in the zone of the owner and not of the browser', () => {
  const { day, clock } = dayAndClock('2026-03-12T15:00:00Z', 'Europe/Madrid')
  expect(whenInWords(t, day, clock, wall)).toBe('today, 16:00')
  expect(dayAndClock('2026-03-12T23:30:00Z', 'Europe/Madrid').day).toBe('2026-03-13')
  expect(whenInWords(t, '2026-03-19', '16:00', wall)).toBe('Thursday 19 March, 16:00')
})

test('days are written in the language of the words', () => {
  expect(localeOf('en', ['de-DE', 'en-US'])).toBe('en-US')
  expect(localeOf('en', ['de-DE'])).toBe('en-GB')
  expect(localeOf('en', ['en'])).toBe('en-GB')
})

test('numbers are words to ten and figures beyond, inside messages too', () => {
  expect(numberInWords(t, 9)).toBe('nine')
  expect(numberInWords(t, 11)).toBe('11')
  expect(t('count.understood', { count: 1 })).toBe('one thing understood')
  expect(t('count.understood', { count: 12 })).toBe('12 things understood')
})

test('a time agreed elsewhere shows as it is on the own wall, also when that is another day', () => {
  const wallIn = { ...wall, zone: 'Europe/Madrid' }
  const start = { day: '2026-03-18', clock: '23:30', zone: 'Europe/London' } as const
  expect(startInWords(t, start, wallIn)).toBe('Thursday 19 March, 00:30')
  expect(startInWords(t, { ...start, clock: null }, wallIn)).toBe('Wednesday 18 March')
})
