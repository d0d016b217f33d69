import { beforeAll, expect, test } from 'vitest'
import { type Gap, gaps } from '../../notebook/asking/gaps.ts'
import { type Way, ways } from '../../notebook/asking/whom-next.ts'
import { whomInWords as inTheCommand } from '../../notebook/asking/why-whom.ts'
import { bringWords, t } from '../words/words.ts'
import { monthInWords, whomInWords } from './asking-words.ts'
import type { Month, Suggestion } from './types.ts'

beforeAll(bringWords)

const suggestion = (gap: Gap, way: Way): Suggestion => ({
  field: { id: 'field', name: 'Conservation' },
  gap,
  way,
  person: { id: 'ben', name: 'Ben Okoro', line: '' },
  through: { id: 'ruth', name: 'Ruth Adeyemi' },
  house: 'Kelvin Archive',
  questions: way === 'name' ? [] : [{ id: 'one', text: 'Is there paid work?' }],
  why: '',
})

test('the page says whom to ask as the command does', () => {
  for (const gap of gaps) {
    for (const way of ways) {
      const one = suggestion(gap, way)
      expect(whomInWords(t, one)).toBe(inTheCommand(one))
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
  rates: { reply: 0.3, meeting: 0.8, letters: 0 },
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
  const own = { ...month, rates: { reply: 0.25, meeting: 0, letters: 12 }, letters: null }
  expect(monthInWords(t, own)).toContain(
    'Counted by your own 12 letters: 25 in a hundred answered, 0 answers in a hundred became a conversation.',
  )
  expect(monthInWords(t, own)[0]).toMatch(/^By what your letters brought so far/u)
})
