import { expect, test } from 'vitest'
import { mostFrequent } from './contact.ts'

test('the address that most messages have in common is the owner’s', () => {
  expect(mostFrequent([['me', 'ana'], ['me', 'ruth'], ['me']])).toEqual(['me'])
})

test('of two addresses that are always there together nobody knows which is the owner’s', () => {
  expect(
    mostFrequent([
      ['me', 'ana'],
      ['ana', 'me', 'ruth'],
    ]),
  ).toEqual([])
  expect(mostFrequent([['me', 'ana']])).toEqual([])
})
