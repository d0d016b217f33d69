import { expect, test } from 'vitest'
import { stepInTable } from './table-keys.ts'

const middle = { at: 50, count: 100, visible: 10 }

test('arrows move by one, pages by what is in sight, Home and End to the edges', () => {
  expect(stepInTable('ArrowDown', middle)).toBe(51)
  expect(stepInTable('PageUp', middle)).toBe(41)
  expect(stepInTable('Home', middle)).toBe(0)
  expect(stepInTable('End', middle)).toBe(99)
})

test('the edges hold', () => {
  expect(stepInTable('ArrowUp', { ...middle, at: 0 })).toBe(0)
  expect(stepInTable('PageDown', { ...middle, at: 98 })).toBe(99)
})

test('other keys, and an empty table, are left alone', () => {
  expect(stepInTable('a', middle)).toBeNull()
  expect(stepInTable('ArrowDown', { ...middle, count: 0 })).toBeNull()
})
