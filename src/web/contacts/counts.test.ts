import { expect, test } from 'vitest'
import { countsOf, isNews } from './counts.ts'

const file = {
  created: 2,
  changed: 1,
  unchanged: 3,
  passed: 1,
  conversations: 0,
  exchanges: 2,
  lostMore: 0,
  problem: null,
}
const loss = { line: 3, what: 'PHOTO', reason: 'cut in the middle' }

test('files are told together: who comes, who changes, and every loss, listed or not', () => {
  const files = [
    { ...file, lost: [loss] },
    { ...file, lost: [loss, loss], lostMore: 40 },
    { ...file, created: 0, changed: 0, unchanged: 0, lost: [], problem: 'Not a contacts file' },
  ]
  expect(countsOf(files)).toEqual({
    created: 4,
    changed: 2,
    unchanged: 6,
    conversations: 0,
    exchanges: 6,
    lost: 43,
    unread: 1,
  })
})

test('days of contact alone are news; what is there already is none', () => {
  const nothing = { ...file, created: 0, changed: 0, exchanges: 0, lost: [] }
  expect(isNews(countsOf([nothing]))).toBe(false)
  expect(isNews(countsOf([{ ...nothing, exchanges: 1 }]))).toBe(true)
  expect(isNews(countsOf([{ ...nothing, conversations: 1 }]))).toBe(true)
})
