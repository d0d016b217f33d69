import { expect, test } from 'vitest'
import { matchedParts } from './matches.ts'

test('the words that were looked for stand out, the rest stays around them', () => {
  expect(matchedParts('Ruth Adeyemi', [{ start: 5, end: 8 }])).toEqual([
    { at: 0, text: 'Ruth ', matches: false },
    { at: 5, text: 'Ade', matches: true },
    { at: 8, text: 'yemi', matches: false },
  ])
})

test('spans that overlap, touch or lie outside lose no letter and double none', () => {
  const spans = [
    { start: 4, end: 9 },
    { start: 0, end: 6 },
    { start: 8, end: 90 },
  ]
  expect(
    matchedParts('Ruth Adeyemi', spans)
      .map(({ text }) => text)
      .join(''),
  ).toBe('Ruth Adeyemi')
})
