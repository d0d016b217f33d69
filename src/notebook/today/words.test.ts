import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../kit/days.ts'
import { nowAt } from '../conversations/invented.ts'
import { byDay, byInstant } from '../conversations/moment.ts'
import type { TodayFacts, TodayItem, TodayWhy } from './today.ts'
import { byInWords, itemInWords, sizeInWords, whyInWords } from './words.ts'

const thursday: Day = '2026-03-12'
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

describe('why', () => {
  const since: Day = '2026-03-03'
  test.each<[TodayWhy, string]>([
    [
      { code: 'silent-nudge', values: { days: 7, since } },
      'Seven working days since your letter. One short nudge, then leave them in peace.',
    ],
    [
      { code: 'silent-widen', values: { days: 3, since } },
      'Three working days. Keep it open, and write to a second person as well.',
    ],
    [
      { code: 'thank-warm', values: { day: '2026-03-11' } },
      'You spoke yesterday. Thank them while it is warm.',
    ],
    [
      { code: 'thank-late', values: { day: '2026-03-03' } },
      'You spoke on Tuesday 3 March. A late word of thanks is still one.',
    ],
    [
      { code: 'confirm-now', values: { day: '2026-03-13', clock: '16:00' } },
      'You agreed on tomorrow at 16:00. A short note with your questions confirms it.',
    ],
    [
      { code: 'today-confirmed', values: { minutes: 20, clock: '16:00' } },
      'At 16:00, 20 minutes. It is confirmed.',
    ],
    [{ code: 'today', values: { minutes: 20 } }, 'Today, 20 minutes.'],
    [
      { code: 'you-promised', values: { text: 'send the chapter on sediment budgets' } },
      'You promised: send the chapter on sediment budgets.',
    ],
    [
      { code: 'they-promised', values: { text: 'a name at the radio archive.' } },
      'They promised: a name at the radio archive. A word of thanks is reason enough to write.',
    ],
    [{ code: 'resting', values: { until: '2026-06-10' } }, 'Rest until Wednesday 10 June.'],
  ])('%j', (why, words) => {
    expect(whyInWords(why, thursday)).toBe(words)
  })

  test('a line they said stands behind the sentence', () => {
    const item: TodayItem = {
      group: 'thank',
      what: 'thank',
      who: null,
      why: { code: 'thank-warm', values: { day: '2026-03-12' } },
      by: null,
      quote: 'We have the keys to every room.',
      conversation: null,
      line: null,
    }
    expect(itemInWords(item, thursday)).toBe(
      'You spoke today. Thank them while it is warm. “We have the keys to every room.”',
    )
  })
})

const day = '2026-03-12' as const
const samples: { readonly [Code in keyof TodayFacts]: TodayFacts[Code] } = {
  'find-a-link': {},
  'new-reason': {},
  'link-found': {},
  'draft-waits': { since: day },
  'letter-is-out': { since: day },
  'silent-widen': { days: 3, since: day },
  'silent-nudge': { days: 7, since: day },
  'nudge-is-out': { since: day },
  resting: { until: day },
  'rested-long': { since: day },
  'they-said-yes': { since: day },
  'they-said-later': { since: day },
  'later-has-come': { since: day },
  'they-said-no': {},
  'closed-kindly': {},
  agreed: { day },
  'confirm-now': { day },
  confirmed: { day, clock: '16:00' },
  today: { minutes: 20 },
  'today-confirmed': { minutes: 20 },
  'time-has-passed': { day },
  'notes-are-open': {},
  'no-show-mine': {},
  'no-show-theirs': {},
  'while-warm': {},
  'thank-warm': { day },
  'thank-late': { day },
  'put-away': {},
  'report-later': { from: day },
  'report-back': {},
  'hello-later': { from: day },
  'next-hello': {},
  kept: {},
  'set-aside': {},
  'met-by-chance': {},
  'recall-the-moment': {},
  'ask-for-minutes': { minutes: 20 },
  'you-promised': { text: 'the chapter' },
  'they-promised': { text: 'a name' },
}

test.each(Object.entries(samples))(
  'the sentence for %s is whole, calm and without blame',
  (code, values) => {
    for (const today of [addDays(day, -30), day, addDays(day, 1), addDays(day, 30)]) {
      const sentence = whyInWords({ code, values } as TodayWhy, today)
      expect(sentence).toMatch(/^[\p{Lu}\d].*[.?]$/u)
      expect(sentence).not.toMatch(
        /!|overdue|missed|forgot|still haven|late\b(?! word)|undefined|\d{4}-/iu,
      )
    }
  },
)
