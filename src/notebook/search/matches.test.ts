import { expect, test } from 'vitest'
import { matchesIn } from './matches.ts'

function marked(text: string, ...typed: string[]): string {
  return matchesIn(text, typed)
    .toReversed()
    .reduce(
      (made, { start, end }) =>
        `${made.slice(0, start)}[${made.slice(start, end)}]${made.slice(end)}`,
      text,
    )
}

test('the words found are shown where they stand, accents and case aside', () => {
  expect(marked('Hana Kováčová mends books', 'kovac')).toBe('Hana [Kováč]ová mends books')
  expect(marked('Straße nach STRASBURG', 'stras')).toBe('[Straß]e nach [STRAS]BURG')
})

test('a combining accent belongs to its letter', () => {
  expect(marked('Rene\u0301 and Rene', 'rene')).toBe('[Rene\u0301] and [Rene]')
})

test('a word with one slip is marked whole', () => {
  expect(marked('Tomasz Wilk', 'tomsaz')).toBe('[Tomasz] Wilk')
})
