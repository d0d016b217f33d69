import { expect, test } from 'vitest'
import { conversationsToHear, stillUnheard } from './still-unheard.ts'

test.each([
  [0.5, 0.95, 5],
  [0.3, 0.95, 9],
  [0.2, 0.95, 14],
  [0.1, 0.95, 29],
  [0.3, 0.8, 5],
])(
  'what %f of people say is heard with a chance of %f after %i conversations',
  (share, chance, n) => {
    expect(conversationsToHear(share, chance)).toBe(n)
  },
)

test('what nobody says is never heard, and what everybody says at once', () => {
  expect(conversationsToHear(0, 0.95)).toBe(Infinity)
  expect(conversationsToHear(1, 0.95)).toBe(1)
  expect(() => conversationsToHear(1.5, 0.95)).toThrow(RangeError)
})

test('twenty themes in eight conversations, six of them once and four twice, are some 88 in a hundred', () => {
  const themes = [...Array(6).fill(1), ...Array(4).fill(2), ...Array(10).fill(5)]
  expect(stillUnheard(themes, 8)).toEqual({ heard: 20, atLeast: 22.625, share: 20 / 22.625 })
  expect((20 / 22.625).toFixed(3)).toBe('0.884')
})

test('of nothing heard nothing is guessed, and what all said leaves nothing to guess', () => {
  expect(stillUnheard([], 3)).toBeNull()
  expect(stillUnheard([0, 0], 3)).toBeNull()
  expect(stillUnheard([3, 3], 3)).toEqual({ heard: 2, atLeast: 2, share: 1 })
})
