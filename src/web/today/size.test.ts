import { beforeAll, expect, test } from 'vitest'
import { durations } from '../../notebook/today/day-size.ts'
import { sizeInWords as sizeOfTheCommand } from '../../notebook/today/words.ts'
import { bringWords, t } from '../words/words.ts'
import { sizeInWords } from './size.ts'

beforeAll(bringWords)

test.each(durations)('the page tells a day of %s as the command does', (about) => {
  for (const [conversations, small] of [
    [1, 5],
    [2, 0],
    [0, 1],
    [0, 11],
  ] as const) {
    const size = { conversations, small, about }
    expect(sizeInWords(t, size)).toBe(sizeOfTheCommand(size))
  }
})

test('a day with nothing asks whom you would like to hear', () => {
  expect(sizeInWords(t, { conversations: 0, small: 0, about: null })).toBe(
    'Nothing waits today. Whom would you like to hear next?',
  )
})
