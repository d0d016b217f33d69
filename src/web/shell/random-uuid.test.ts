import { expect, test } from 'vitest'
import { uuidOf } from './random-uuid.ts'

test('an id that is made without a safe place is a UUID of version 4 like any other', () => {
  const some = Array.from({ length: 500 }, uuidOf)
  for (const one of some) {
    expect(one).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  }
  expect(new Set(some).size).toBe(some.length)
})
