import { beforeAll, expect, test } from 'vitest'
import { bringWords, t } from '../words/words.ts'
import { forgottenInWords } from './forgotten-words.ts'

beforeAll(bringWords)

const nothing = { conversations: 0, shared: 0, lines: 0, letters: 0, cards: 0 }

test('who is forgotten is said with what went along, and what stays of others', () => {
  expect(forgottenInWords(t, 'Tomasz Wilk', nothing)).toBe('Tomasz Wilk is forgotten.')
  expect(
    forgottenInWords(t, 'Tomasz Wilk', { ...nothing, conversations: 2, lines: 12, shared: 1 }),
  ).toBe(
    'Tomasz Wilk is forgotten. Two conversations, 12 lines went along. One conversation with others stays, without them.',
  )
})
