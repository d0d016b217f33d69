import { EditorState } from '@codemirror/state'
import type { DecorationSet } from '@codemirror/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawn, drawnAgain, drawnOf } from './editor-marks.ts'

const typed = fc.string({
  unit: fc.constantFrom('! ', '" ', '% ', '%! ', '? ', '\n', 'a', ' b'),
  maxLength: 5,
})

test('a key draws the lines it touched, and all lines look as if every one had been drawn anew', () => {
  const keys = fc.array(
    fc.record({ at: fc.nat(60), gone: fc.nat(8), insert: typed, cursor: fc.nat(70) }),
    { minLength: 1, maxLength: 12 },
  )
  const text = fc.array(typed, { maxLength: 12 }).map((pieces) => pieces.join('\n'))
  fc.assert(
    fc.property(text, keys, fc.boolean(), (doc, pressed, isOpen) => {
      let state = EditorState.create({ doc })
      let drawn = whole(state, isOpen)
      for (const { at, gone, insert, cursor } of pressed) {
        const from = Math.min(at, state.doc.length)
        const to = Math.min(from + gone, state.doc.length)
        const length = state.doc.length - (to - from) + insert.length
        const selection = { anchor: Math.min(cursor, length) }
        const {
          startState,
          state: next,
          changes,
        } = state.update({
          changes: { from, to, insert },
          selection,
        })
        drawn = drawnAgain(drawn, { startState, state: next, changes }, isOpen) ?? drawn
        state = next
        expect(seen(drawn)).toEqual(seen(whole(state, isOpen)))
      }
    }),
  )
})

test('what is pasted in many lines is not drawn key by key', () => {
  const startState = EditorState.create({ doc: 'one' })
  const { state, changes } = startState.update({ changes: { from: 3, insert: '\n!'.repeat(100) } })
  expect(drawnAgain(whole(startState, true), { startState, state, changes }, true)).toBeNull()
})

function whole(state: EditorState, isOpen: boolean): Drawn {
  return drawnOf(state, [{ from: 0, to: state.doc.length }], isOpen)
}

function seen({ lines, heads }: Drawn) {
  return [lines, heads].map(rangesOf)
}

function rangesOf(set: DecorationSet) {
  const found: unknown[] = []
  set.between(0, 1e9, (from, to, value) => {
    found.push([from, to, value.spec.class ?? value.spec.widget])
  })
  return found
}
