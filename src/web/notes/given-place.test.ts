import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeAfter } from './given-place.ts'

/** The text with a bar where somebody stands. */
function after(before: string, next: string): string {
  const place = placeAfter(before.replace('|', ''), next, before.indexOf('|'))
  return `${next.slice(0, place)}|${next.slice(place)}`
}

test('who stands at the end of a line stands at its end, whatever others wrote behind it', () => {
  expect(after('one\ntwo|', 'one\ntwo and more\nthree')).toBe('one\ntwo and more|\nthree')
  expect(after('one|\ntwo', 'zero\none\ntwo')).toBe('zero\none|\ntwo')
})

test('who began a line stands in it, and not in one that came behind', () => {
  expect(after('= one of us\n|', '= one of us, changed\n\n= three of them')).toBe(
    '= one of us, changed\n|\n= three of them',
  )
})

test('who stands within a line stays between the same words', () => {
  expect(after('a b|c d\nend', 'a bc d, and more\nend')).toBe('a b|c d, and more\nend')
  expect(after('first\na b|c d', 'first\nsecond\na bc d')).toBe('first\nsecond\na b|c d')
})

test('where the line is gone, the place is still one in the text', () => {
  const text = fc.array(fc.constantFrom('a', 'bc', '\n', ' '), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, fc.nat(30), (one, other, at) => {
      const [before, next] = [one.join(''), other.join('')]
      const place = placeAfter(before, next, Math.min(at, before.length))
      expect(place).toBeGreaterThanOrEqual(0)
      expect(place).toBeLessThanOrEqual(next.length)
    }),
  )
})
