import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterEdits, fits } from './edits.ts'
import { editsIn, lineChangesIn, splice } from './line-changes.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '! ', ' '), maxLength: 12 })

test('edits bring the text from before to after, and line changes its lines, whatever is changed at once', () => {
  const cuts = fc.array(fc.record({ at: fc.nat(40), long: fc.nat(9), insert: words }), {
    minLength: 1,
    maxLength: 4,
  })
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('x', 'y', '\n'), maxLength: 40 }),
      cuts,
      (text, drawn) => {
        const state = EditorState.create({ doc: text })
        let free = 0
        const changes = drawn
          .toSorted((one, other) => one.at - other.at)
          .flatMap(({ at, long, insert }) => {
            const from = Math.min(Math.max(at, free), text.length)
            const to = Math.min(from + long, text.length)
            free = to + 1
            return from > text.length ? [] : [{ from, to, insert }]
          })
          .filter(({ from }, nth, all) => nth === 0 || from > (all[nth - 1]?.to ?? 0))
        const update = state.update({ changes })
        const changed = { startState: state, state: update.state, changes: update.changes }

        expect(fits(text, editsIn(changed))).toBe(true)
        expect(afterEdits(text, editsIn(changed))).toBe(update.newDoc.toString())
        const lines = state.doc.toJSON()
        for (const { at, gone, lines: put } of lineChangesIn(changed)) splice(lines, at, gone, put)
        expect(lines).toEqual(update.newDoc.toJSON())
      },
    ),
  )
})

test('edits that reach beyond a text, or overlap, do not fit it', () => {
  expect(fits('four', [{ from: 2, to: 5, insert: '' }])).toBe(false)
  expect(fits('four', [{ from: 3, to: 2, insert: '' }])).toBe(false)
  const twice = [
    { from: 0, to: 3, insert: 'a' },
    { from: 2, to: 4, insert: 'b' },
  ]
  expect(fits('four', twice)).toBe(false)
})
