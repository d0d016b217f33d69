import { describe, expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { nowAt } from '../conversations/invented.ts'
import { byDay, byInstant } from '../conversations/moment.ts'
import type { TodayItem, TodayWhy } from './today.ts'
import { byInWords, itemInWords, sizeInWords } from './words.ts'

const now = nowAt('2026-03-12 09:00')

describe('the size of a day', () => {
  test('a conversation, then small things', () => {
    expect(sizeInWords({ conversations: 1, small: 5, about: 'half-hour' })).toBe(
      'One conversation, then five small things. About half an hour in all.',
    )
  })

  test('only the one, or only the other', () => {
    expect(sizeInWords({ conversations: 2, small: 0, about: 'three-quarters' })).toBe(
      'Two conversations. About three quarters of an hour in all.',
    )
    expect(sizeInWords({ conversations: 0, small: 1, about: 'five-minutes' })).toBe(
      'One small thing. About five minutes in all.',
    )
    expect(sizeInWords({ conversations: 0, small: 11, about: 'hour' })).toBe(
      '11 small things. About an hour in all.',
    )
  })

  test('a day with nothing asks whom you would like to hear', () => {
    expect(sizeInWords({ conversations: 0, small: 0, about: null })).toBe(
      'Nothing waits today. Whom would you like to hear next?',
    )
  })
})

describe('until when', () => {
  test.each([
    [byInstant('2026-03-12T16:30:00.000Z', 'Europe/Madrid'), 'by 17:30'],
    [byInstant('2026-03-13T15:00:00.000Z', 'Europe/Madrid'), 'by tomorrow, 16:00'],
    [byDay('2026-03-12'), 'by tonight'],
    [byDay('2026-03-13'), 'by tomorrow'],
    [byDay('2026-03-16'), 'by Monday'],
    [byDay('2026-04-02'), 'by Thursday 2 April'],
    [byInstant('2026-03-12T07:00:00.000Z', 'Europe/Madrid'), 'since 08:00'],
    [byDay('2026-03-10'), 'since Tuesday'],
    [byDay('2026-03-02'), 'since Monday 2 March'],
  ])('%j is said as "%s"', (by, words) => {
    expect(byInWords(by, now)).toBe(words)
  })
})

const thanks: TodayItem = {
  group: 'thank',
  what: 'thank',
  who: { id: id('person', 'tomasz'), name: 'Tomasz Wilk' },
  why: { code: 'thank-warm', values: { day: '2026-03-11' } },
  by: null,
  quote: 'We have the keys to every room.',
  conversation: null,
  line: null,
  introduction: null,
}

test('a line they said stands behind the sentence', () => {
  expect(itemInWords(thanks, '2026-03-12')).toBe(
    'You spoke yesterday. Thank Tomasz Wilk while it is warm. “We have the keys to every room.”',
  )
})

test.each<[TodayWhy, string]>([
  [
    { code: 'you-promised', values: { text: 'send the chapter on sediment budgets' } },
    'You promised: send the chapter on sediment budgets.',
  ],
  [
    { code: 'they-promised', values: { text: 'a name at the radio archive.' } },
    'Tomasz Wilk promised: a name at the radio archive. A word of thanks is reason enough to write.',
  ],
])('%j is told in the words of the note', (why, words) => {
  expect(itemInWords({ ...thanks, why, quote: null }, '2026-03-12')).toBe(words)
})
