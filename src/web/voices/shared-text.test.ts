import { expect, test } from 'vitest'
import { sharedText } from './shared-text.ts'

test('what is shared becomes one line, and says nothing twice', () => {
  const url = 'https://example.org/a'
  expect(sharedText({ title: 'A talk', text: `Worth reading\n${url}`, url })).toBe(
    `A talk Worth reading ${url}`,
  )
  expect(sharedText({ title: 'A talk', text: 'A talk about maps' })).toBe('A talk about maps')
  expect(sharedText({})).toBe('')
})
