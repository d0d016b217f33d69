import { expect, test } from 'vitest'
import { morningIn } from './morning.ts'

test.each([
  [JSON.stringify({ words: 'Three small things.' }), 'Three small things.'],
  [JSON.stringify({ words: 3 }), ''],
  ['null', ''],
  ['{', ''],
  ['', ''],
])('of %s the morning says “%s”', (text, body) => {
  expect(morningIn(text)).toEqual({ title: 'Sobremesa', body })
})

test('a message too long to be read is cut', () => {
  expect(morningIn(JSON.stringify({ words: 'a'.repeat(5000) })).body.length).toBe(300)
})
