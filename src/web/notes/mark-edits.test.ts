import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from '../../notebook/notes/marks.ts'
import { headOf, isOnlyHead, type LineEdit, lockEdit, markEdit, unmarkEdit } from './mark-edits.ts'

const applied = (line: string, edit: LineEdit): string =>
  line.slice(0, edit.from) + edit.insert + line.slice(edit.to)
const signs: Mark[] = ['"', '!', '=', '?', '+', '$', '>', '<']

test('a chip marks a line, another chip changes the mark, the same chip takes it off', () => {
  const quoted = applied('I never look', markEdit('I never look', '"'))
  expect(quoted).toBe('" I never look')
  const advised = applied(quoted, markEdit(quoted, '!'))
  expect(advised).toBe('! I never look')
  expect(applied(advised, markEdit(advised, '!'))).toBe('I never look')
})

test('indentation and a lock stay where they are', () => {
  expect(applied('  - walk there', markEdit('  - walk there', '>'))).toBe('  - > walk there')
  expect(applied('% " secret', markEdit('% " secret', '='))).toBe('% = secret')
})

test('a line goes off the record and comes back with its mark', () => {
  const locked = applied('" they shout', lockEdit('" they shout'))
  expect(locked).toBe('% " they shout')
  expect(applied(locked, lockEdit(locked))).toBe('" they shout')
})

test('Backspace at the start turns a square back into its sign', () => {
  const edit = unmarkEdit('" I never look')
  expect(edit).not.toBeNull()
  expect(edit && applied('" I never look', edit)).toBe('"I never look')
  expect(unmarkEdit('I never look')).toBeNull()
})

test('a lock, which counts without a space, goes with one Backspace', () => {
  const edit = unmarkEdit('%secret')
  expect(edit && applied('%secret', edit)).toBe('secret')
})

test('a mark alone on its line is recognised', () => {
  expect(isOnlyHead('" ')).toBe(true)
  expect(isOnlyHead('% ')).toBe(true)
  expect(isOnlyHead('" words')).toBe(false)
  expect(isOnlyHead('')).toBe(false)
})

test('on any line, a chip set and unset leaves the words, and its mark is understood', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...signs), (text, mark) => {
      const line = text.replaceAll(/[\r\n\u2028\u2029]/g, '')
      const words = line.slice(headOf(line).to)
      const before = headOf(line)
      const changed = applied(line, markEdit(line, mark))
      const after = headOf(changed)
      expect(after.mark).toBe(before.mark === mark ? after.mark : mark)
      expect(changed.endsWith(words)).toBe(true)
      expect(after.offRecord).toBe(before.offRecord || after.offRecord)
    }),
    { numRuns: 400 },
  )
})

test('on any line, Backspace ends: after some presses no square is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let line = text.replaceAll(/[\r\n\u2028\u2029]/g, '')
      const presses = line.length + 1
      for (let press = 0; press <= presses; press++) {
        const edit = unmarkEdit(line)
        if (!edit) return
        const next = applied(line, edit)
        expect(next.length).toBeLessThan(line.length)
        line = next
      }
      expect(unmarkEdit(line)).toBeNull()
    }),
    { numRuns: 400 },
  )
})
