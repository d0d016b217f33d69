import { expect, test } from 'vitest'
import { chanceOfAReply, lettersForAReply, lettersNeeded, questionBudget } from './funnel.ts'

test('six conversations take twenty-five letters where three in ten answer and four in five of them meet', () => {
  expect(lettersNeeded(6, { reply: 0.3, meeting: 0.8 })).toBe(25)
  expect(lettersNeeded(0, { reply: 0.3, meeting: 0.8 })).toBe(0)
})

test('a sum that is whole on paper stays whole', () => {
  expect(lettersNeeded(3, { reply: 0.1, meeting: 0.3 })).toBe(100)
})

test('five letters bring an answer five times in six, nine nearly always', () => {
  expect(chanceOfAReply(5, 0.3)).toBeCloseTo(0.8319, 4)
  expect(lettersForAReply(0.95, 0.3)).toBe(9)
})

test('where nobody answers, no number of letters is enough; where everybody does, one is', () => {
  expect(lettersNeeded(1, { reply: 0, meeting: 1 })).toBe(Infinity)
  expect(lettersForAReply(0.95, 0)).toBe(Infinity)
  expect(lettersForAReply(0.95, 1)).toBe(1)
})

test('a rate beyond one is refused', () => {
  expect(() => lettersNeeded(1, { reply: 30, meeting: 1 })).toThrow(RangeError)
})

test.each([
  [15, 3],
  [20, 5],
  [30, 8],
  [45, 13],
  [5, 1],
])('%i minutes have room for %i questions', (minutes, questions) => {
  expect(questionBudget(minutes)).toBe(questions)
})
