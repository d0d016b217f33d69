import { beforeAll, expect, test } from 'vitest'
import { type Gap, gaps } from '../../notebook/asking/gaps.ts'
import { type Way, ways } from '../../notebook/asking/whom-next.ts'
import { whomInWords as inTheCommand } from '../../notebook/asking/why-whom.ts'
import { worksInWords as worksInTheCommand } from '../../notebook/asking/works-words.ts'
import { groupNames } from '../../notebook/asking/works.ts'
import { bringWords, t } from '../words/words.ts'
import { monthInWords, whomInWords, worksInWords } from './asking-words.ts'
import type { Month, Suggestion, Works } from './types.ts'

beforeAll(bringWords)

const wall = { zone: 'Europe/Lisbon', locale: 'en-GB', today: '2026-03-12' } as const

const suggestion = (gap: Gap, way: Way): Suggestion => ({
  field: { id: 'field', name: 'Conservation' },
  gap,
  way,
  person: { id: 'ben', name: 'Ben Okoro', line: '' },
  through: { id: 'ruth', name: 'Ruth Adeyemi' },
  house: 'Kelvin Archive',
  resting: way === 'stranger' ? { id: 'ruth', name: 'Ruth Adeyemi', until: '2026-05-01' } : null,
  questions: way === 'name' ? [] : [{ id: 'one', text: 'Is there paid work?' }],
  why: '',
})

test('the page says whom to ask as the command does', () => {
  for (const gap of gaps) {
    for (const way of ways) {
      const one = suggestion(gap, way)
      expect(whomInWords(t, one, wall)).toBe(inTheCommand(one, wall.today))
    }
  }
})

const month: Month = {
  from: '2026-03-01',
  to: '2026-03-31',
  conversations: 2,
  letters: 9,
  strangers: 5,
  forAnAnswer: 9,
  rates: { reply: 0.3, meeting: 0.8, letters: 0, answers: 0 },
  hours: { choose: 2, write: 3, meet: 3, decide: 2 },
  soFar: { letters: 1, strangers: 1, answers: 0, conversations: 0 },
}

test('a month is said in sentences, with the hours and how far it is', () => {
  expect(monthInWords(t, month).slice(0, 3)).toEqual([
    'For two conversations, plan nine letters. At least five of them to people you do not know.',
    'Ten hours in all: two to choose and read, three to write, three to meet, two to decide.',
    'So far this month: one letter, no answers, no conversations.',
  ])
})

test('own rates are said with the letters they come from, and what cannot be is not promised', () => {
  const own = {
    ...month,
    rates: { reply: 0.25, meeting: 0, letters: 12, answers: 3 },
    letters: null,
  }
  expect(monthInWords(t, own)).toContain(
    'Counted by your own 12 letters: 25 in a hundred answered, 0 answers in a hundred became a conversation.',
  )
  expect(monthInWords(t, own)[0]).toMatch(/^By what your letters brought so far/u)
  const withRates = (rates: Partial<Month['rates']>) =>
    monthInWords(t, { ...own, rates: { ...own.rates, ...rates } }).at(-1)
  expect(withRates({ reply: 0, answers: 0 })).toBe(
    'Counted by your own 12 letters: none of them was answered.',
  )
  expect(withRates({ meeting: 0.8, answers: 0 })).toBe(
    'Counted by your own 12 letters: 25 in a hundred answered. That four answers in five become a conversation is what is usual.',
  )
})

test('of a month of another size no hours are said', () => {
  expect(monthInWords(t, { ...month, letters: 25, hours: null }).join(' ')).not.toContain('hours')
})

const share = (count: number, of: number) => ({ count, of, low: 0.1, high: 0.904 })

test('what works is said on the page as in the command, whatever differs', () => {
  const works = { letters: 9, all: null, groups: [], differences: [], says: [] }
  expect(worksInWords(t, works)).toEqual(worksInTheCommand(works))
  const all = { reply: share(8, 20), meeting: share(5, 19) }
  const some: Works = { letters: 20, all, groups: [], differences: [], says: [] }
  expect(worksInWords(t, some)).toEqual(worksInTheCommand({ ...some, differences: [] }))
  expect(worksInWords(t, some)[0]).toBe(
    'Of 20 letters 8 were answered; by so many, the truth lies between 10 and 90 in a hundred.',
  )
  const few: Works = { ...some, all: { reply: share(1, 12), meeting: share(0, 1) } }
  expect(worksInWords(t, few)).toEqual(worksInTheCommand({ ...few, differences: [] }))
  expect(worksInWords(t, few)[0]).toMatch(/^Of 12 letters 1 was answered;/u)
  expect(worksInWords(t, few)[1]).toMatch(/^Of 1 letter 0 led to a meeting;/u)
  for (const measure of ['reply', 'meeting'] as const) {
    for (const more of groupNames) {
      const one = { aspect: 'path', measure, more, less: 'stranger' } as const
      const shown = { ...one, shares: { more: share(9, 10), less: share(1, 10) } }
      const told = { ...one, shares: [share(9, 10), share(1, 10)] as const }
      expect(worksInWords(t, { ...some, differences: [shown] })).toEqual(
        worksInTheCommand({ ...some, differences: [told] }),
      )
    }
  }
})
