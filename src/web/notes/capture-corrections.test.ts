import { expect, test } from 'vitest'
import { capture } from '../../notebook/notes/capture.ts'
import { type Corrections, correctedInput, nothingCorrected } from './capture-corrections.ts'

const today = '2026-03-11'

function kept(line: string, corrected: Partial<Corrections>) {
  const read = capture(line, { day: today, zone: null, lang: null })
  const corrections = { ...nothingCorrected, ...corrected }
  return correctedInput(line, read, { corrections, today })
}

const line = 'Yesterday met Ana Ruiz on the train: ! portfolio first #ux'

test('a line that nobody corrected is kept as it reads', () => {
  expect(kept(line, {})).toEqual({ text: line })
})

test('one tap says that Ana is somebody new, somebody known, or nobody', () => {
  const ana = (is: NonNullable<Corrections['who']>['is']) =>
    kept(line, { who: { name: 'Ana Ruiz', is } })
  expect(ana('new')).toEqual({ text: line, who: 'new' })
  expect(ana('nobody')).toEqual({ text: line, who: 'nobody' })
  expect(ana({ id: 'ana' })).toEqual({ text: line, person: 'ana' })
})

test('what was said of one name does not count once the line names another', () => {
  expect(kept(line, { who: { name: 'Ben Cole', is: 'nobody' } })).toEqual({ text: line })
})

test('a place where it was not and a day on which it was not are put right', () => {
  expect(kept(line, { notPlace: 'the train', notDay: '2026-03-10' })).toEqual({
    text: line,
    place: null,
    on: today,
  })
  expect(kept(line, { notPlace: 'the bus', notDay: '2026-03-09' })).toEqual({ text: line })
})

test('a word that means no field loses its sign and stays in the line', () => {
  expect(kept('Ana: ! learn #ux and #ux-writing #ux', { notFields: ['ux'] })).toEqual({
    text: 'Ana: ! learn ux and #ux-writing ux',
  })
})
