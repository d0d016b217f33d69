import { expect, test } from 'vitest'
import { deedOf } from './keys.ts'

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

test('single keys work while nobody writes, and are letters while somebody does', () => {
  expect(deedOf(press('n'), false)).toBe('capture')
  expect(deedOf(press('?'), false)).toBe('help')
  expect(deedOf(press('/'), false)).toBe('search')
  expect(deedOf(press('n'), true)).toBeNull()
})

test('Ctrl K opens the palette from anywhere, Ctrl N stays the browser’s', () => {
  expect(deedOf(press('k', { ctrlKey: true }), true)).toBe('palette')
  expect(deedOf(press('K', { metaKey: true }), false)).toBe('palette')
  expect(deedOf(press('n', { ctrlKey: true }), false)).toBeNull()
})

test('a key that is part of a composed sign asks for nothing', () => {
  expect(deedOf(press('n', { isComposing: true }), false)).toBeNull()
})
