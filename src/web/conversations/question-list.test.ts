import { expect, test } from 'vitest'
import { moved, starred } from './question-list.ts'

const question = (id: string) => ({ id, text: `${id}?`, starred: false, asked: false })
const three = [question('one'), question('two'), question('three')]
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id)

test('a question moves by one place, and not beyond the ends', () => {
  expect(ids(moved(three, 2, -1))).toEqual(['one', 'three', 'two'])
  expect(ids(moved(three, 0, 1))).toEqual(['two', 'one', 'three'])
  expect(ids(moved(three, 0, -1))).toEqual(['one', 'two', 'three'])
  expect(ids(moved(three, 2, 1))).toEqual(['one', 'two', 'three'])
})

test('a star is put on and taken off', () => {
  const withStar = starred(three, 'two', true)
  expect(withStar.map((one) => one.starred)).toEqual([false, true, false])
  expect(starred(withStar, 'two', false)).toEqual(three)
})
