import { expect, test } from 'vitest'
import { partsOf } from './parts.ts'
import { clockOf } from './talk-time.ts'

const turn = { number: 2, text: 'Hands count before papers.' }

test('words that were taken stand apart, and all words stay', () => {
  const parts = partsOf(turn, [{ turn: 2, start: 6, lastTurn: 2, end: 11 }])
  expect(parts.map(({ text, quoted }) => [text, quoted !== null])).toEqual([
    ['Hands ', false],
    ['count', true],
    [' before papers.', false],
  ])
})

test('a line taken from several turns reaches from its beginning to its end', () => {
  const over = [{ turn: 1, start: 5, lastTurn: 2, end: 5 }]
  expect(partsOf(turn, over).map(({ text }) => text)).toEqual(['Hands', ' count before papers.'])
})

test('of two lines from the same words the first is shown', () => {
  const both = [
    { turn: 2, start: 0, lastTurn: 2, end: 11 },
    { turn: 2, start: 6, lastTurn: 2, end: 18 },
  ]
  expect(partsOf(turn, both).map(({ text }) => text)).toEqual(['Hands count', ' before papers.'])
})

test('times are read as on a recorder', () => {
  expect([clockOf(2370), clockOf(62_000), clockOf(3_753_000)]).toEqual(['0:02', '1:02', '1:02:33'])
})
