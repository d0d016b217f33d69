import { beforeAll, expect, test } from 'vitest'
import { capture } from '../../notebook/notes/capture.ts'
import type { Wall } from '../words/dates.ts'
import { bringWords, t } from '../words/words.ts'
import { nothingCorrected } from './capture-corrections.ts'
import { saysSomething, shownInWords, shownOf } from './captured-words.ts'

const wall: Wall = { zone: 'Europe/Madrid', locale: 'en-GB', today: '2026-03-12' }
const read = (line: string, way: object = {}) =>
  shownOf(capture(line, { day: wall.today, zone: wall.zone, lang: null }), {
    about: false,
    corrections: nothingCorrected,
    today: wall.today,
    ...way,
  })

beforeAll(bringWords)

test('who listens hears all that is shown, in one sentence', () => {
  const line =
    'met Ana Ruiz on the train yesterday, UX at Acme: ! portfolio before degree #ux > send her the article by Friday % between us'
  expect(shownInWords(t, read(line), wall)).toBe(
    'Understood: Ana Ruiz, UX, Acme, the train, Wednesday 11 March, one piece of advice, ' +
      'one promise of yours, off the record and about ux.',
  )
})

test('what was put right is not said any more', () => {
  const corrections = {
    ...nothingCorrected,
    notPlace: 'the train',
    notDay: '2026-03-11',
    notFields: ['ux'],
  }
  const shown = read('met Ana Ruiz on the train yesterday: ! portfolio #ux', { corrections })
  expect(shownInWords(t, shown, wall)).toBe('Understood: Ana Ruiz and one piece of advice.')
})

test('on the page of somebody the line means them, and says no name', () => {
  const shown = read('Ana Ruiz: ! portfolio', { about: true })
  expect(shownInWords(t, shown, wall)).toBe('Understood: one piece of advice.')
})

test('a line of which nothing is understood is silent', () => {
  const shown = read('it rained')
  expect(saysSomething(shown)).toBe(false)
  expect(shownInWords(t, shown, wall)).toBe('')
})
