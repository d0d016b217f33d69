import { expect, test } from 'vitest'
import { sizeInWords, statesOf } from './files-under-way.ts'

const files = [{ size: 100 }, { size: 300 }, { size: 100 }]

test('files are read one after another, by the bytes that are behind', () => {
  expect(statesOf(files, null)).toEqual(['waiting', 'waiting', 'waiting'])
  expect(statesOf(files, { done: 0, total: null })).toEqual(['reading', 'waiting', 'waiting'])
  expect(statesOf(files, { done: 50, total: 500 })).toEqual(['reading', 'waiting', 'waiting'])
  expect(statesOf(files, { done: 250, total: 500 })).toEqual(['read', 'reading', 'waiting'])
  expect(statesOf(files, { done: 500, total: 500 })).toEqual(['read', 'read', 'read'])
})

test('an empty file among others is read when it is passed', () => {
  expect(statesOf([{ size: 0 }, { size: 10 }], { done: 5, total: 10 })).toEqual(['read', 'reading'])
})

test('a size is said in two figures', () => {
  expect([0, 999, 1200, 12_345, 3_456_000].map((bytes) => sizeInWords(bytes, 'en'))).toEqual([
    '0 B',
    '999 B',
    '1.2 KB',
    '12 KB',
    '3.5 MB',
  ])
})
