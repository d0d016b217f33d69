import { expect, test } from 'vitest'
import { addDays } from '../../kit/days.ts'
import type { Why, WhyFacts } from './next-step.ts'
import { whyInWords } from './why-words.ts'

const day = '2026-03-12' as const

test.each<[Why, string]>([
  [
    { code: 'silent-nudge', values: { days: 7, since: '2026-03-03' } },
    'Seven working days since your letter. One short nudge, then leave Greta in peace.',
  ],
  [
    { code: 'silent-widen', values: { days: 3, since: '2026-03-09' } },
    'Three working days. Keep it open, and write to a second person as well.',
  ],
  [
    {
      code: 'silent-widen-to',
      values: { days: 3, since: '2026-03-09', house: 'Kelvin Archive', second: 'Ida Wendt' },
    },
    'Three working days. Keep it open, and write to a second person at Kelvin Archive as well: Ida Wendt, for one.',
  ],
  [
    { code: 'house-full', values: { letters: 2, house: 'Kelvin Archive' } },
    'Two letters to people at Kelvin Archive wait for an answer. The next goes when one of them has come back, or rests.',
  ],
  [
    { code: 'thank-warm', values: { day: '2026-03-11' } },
    'You spoke yesterday. Thank Greta while it is warm.',
  ],
  [
    { code: 'thank-late', values: { day: '2026-03-03' } },
    'You spoke on Tuesday 3 March. A thank-you is welcome on any day.',
  ],
  [
    { code: 'confirm-now', values: { day: '2026-03-13', clock: '16:00' } },
    'Tomorrow at 16:00: a short note with your three questions confirms it.',
  ],
  [
    { code: 'today-confirmed', values: { minutes: 20, clock: '16:00' } },
    'Today at 16:00, 20 minutes, confirmed.',
  ],
  [{ code: 'today', values: { minutes: 5 } }, 'Today, five minutes.'],
  [{ code: 'resting', values: { until: '2026-06-10' } }, 'Resting until Wednesday 10 June.'],
])('%j', (why, words) => {
  expect(whyInWords(why, 'Greta', day)).toBe(words)
})

test('without a today every day is said in full, and without a name it is them', () => {
  const why = { code: 'thank-warm', values: { day: '2026-03-11' } } as const
  expect(whyInWords(why, '')).toBe('You spoke on Wednesday 11 March. Thank them while it is warm.')
  expect(whyInWords({ code: 'they-said-yes', values: { since: day } }, '')).toBe(
    'They said yes. Offer two or three times.',
  )
})

const samples: { readonly [Code in keyof WhyFacts]: WhyFacts[Code] } = {
  'find-a-link': {},
  'new-reason': {},
  'link-found': {},
  'draft-waits': { since: day },
  'letter-is-out': { since: day },
  'silent-widen': { days: 3, since: day },
  'silent-widen-there': { days: 3, since: day, house: 'Kelvin Archive' },
  'silent-widen-to': { days: 3, since: day, house: 'Kelvin Archive', second: 'Ida Wendt' },
  'silent-widen-elsewhere': { days: 3, since: day, house: 'Kelvin Archive' },
  'silent-nudge': { days: 7, since: day },
  'nudge-is-out': { since: day },
  'answer-is-there': { since: day },
  resting: { until: day },
  'letter-elsewhere': { since: day },
  'rests-elsewhere': { until: day },
  'house-full': { letters: 2, house: 'Kelvin Archive' },
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
}

test.each(Object.entries(samples))(
  'the sentence for %s is whole, calm and without blame',
  (code, values) => {
    for (const today of [null, addDays(day, -30), day, addDays(day, 1), addDays(day, 30)]) {
      const sentence = whyInWords({ code, values } as Why, '', today)
      expect(sentence).toMatch(/^[\p{Lu}\d].*[.?]$/u)
      expect(sentence).not.toMatch(
        /!|overdue|missed|forgot|still haven|undefined|\d{4}-|\bthem (?:said|may|could)/iu,
      )
    }
  },
)

test('what a reason carries is plain text and numbers, for any language', () => {
  const values: Readonly<Record<string, string | number>>[] = Object.values(samples)
  expect(values.flatMap((one) => Object.values(one)).every((one) => typeof one !== 'object')).toBe(
    true,
  )
})
