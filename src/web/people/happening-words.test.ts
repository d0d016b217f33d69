import { beforeAll, expect, test } from 'vitest'
import { bringWords, t } from '../words/words.ts'
import { happeningInWords, saidInWords, surroundingsInWords } from './happening-words.ts'

const blank = {
  day: '2026-03-11',
  words: null,
  quote: null,
  minutes: null,
  place: null,
  said: null,
  conversation: null,
  line: null,
  step: null,
  person: null,
} as const

beforeAll(bringWords)

test('a conversation is told with its minutes, its place and what was said', () => {
  const spoke = {
    ...blank,
    what: 'spoke',
    minutes: 24,
    place: 'his shop',
    said: { quotes: 3, advice: 2, facts: 0, referrals: 1 },
  }
  expect(happeningInWords(t, spoke)).toBe('Conversation')
  expect(surroundingsInWords(t, spoke)).toBe('24 minutes, his shop')
  expect(saidInWords(t, spoke)).toBe('3 quotes, 2 pieces of advice, 1 person to meet')
})

test('a step is told with the words that were written with it', () => {
  expect(happeningInWords(t, { ...blank, what: 'replied-yes' })).toBe('They said yes')
  expect(happeningInWords(t, { ...blank, what: 'replied-yes', words: 'Come by the shop.' })).toBe(
    'They said yes: Come by the shop.',
  )
})

test('what only a newer server knows is told by its words', () => {
  expect(happeningInWords(t, { ...blank, what: 'sang', words: 'A song.' })).toBe('A song.')
})
