import { expect, test } from 'vitest'
import { firstSize, sizeAfter } from './slice-size.ts'

test('slices settle at the size that takes thirty-five milliseconds', () => {
  const millisecondsEach = 0.25
  let size = firstSize
  for (let slice = 0; slice < 5; slice++) size = sizeAfter(size, size * millisecondsEach)
  expect(size).toBe(140)
})

test('one slow moment makes slices small, and they grow again by doubling', () => {
  expect(sizeAfter(140, 10_000)).toBe(20)
  expect(sizeAfter(20, 2)).toBe(40)
  expect(sizeAfter(200, 2)).toBe(250)
})

test('a clock that did not move is no reason to stumble', () => {
  expect(sizeAfter(50, 0)).toBe(100)
})
