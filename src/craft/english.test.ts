import { expect, test } from 'vitest'
import {
  capitalized,
  countInWords,
  dayInWords,
  listInWords,
  nearInWords,
  numberInWords,
  onDayInWords,
} from './english.ts'

test('days are said with their weekday', () => {
  expect(dayInWords('2026-03-12')).toBe('Thursday 12 March')
})

test('numbers are words to ten and figures beyond', () => {
  expect([0, 1, 10, 11].map(numberInWords)).toEqual(['no', 'one', 'ten', '11'])
  expect(countInWords(1, 'day')).toBe('one day')
  expect(countInWords(3, 'person', 'people')).toBe('three people')
})

test('people are listed as one would say it', () => {
  expect(listInWords([])).toBe('')
  expect(listInWords(['Ruth'])).toBe('Ruth')
  expect(listInWords(['Ruth', 'Samir', 'Ana'])).toBe('Ruth, Samir and Ana')
})

test('a sentence begins with a large letter, also one of two halves', () => {
  expect(capitalized('one thing')).toBe('One thing')
  expect(capitalized('😀 yes')).toBe('😀 yes')
})

test('a day near today is said by its weekday, a far one in full', () => {
  expect(nearInWords('2026-03-16', '2026-03-12')).toBe('Monday')
  expect(nearInWords('2026-03-19', '2026-03-12')).toBe('Thursday 19 March')
  expect(nearInWords('2026-03-16', null)).toBe('Monday 16 March')
  const said = (['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-09'] as const).map((day) =>
    onDayInWords(day, '2026-03-12'),
  )
  expect(said).toEqual(['yesterday', 'today', 'tomorrow', 'on Monday'])
})
