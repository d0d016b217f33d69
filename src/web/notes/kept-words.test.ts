import { beforeAll, expect, test } from 'vitest'
import type { Wall } from '../words/dates.ts'
import { bringWords, t } from '../words/words.ts'
import { keptInWords } from './kept-words.ts'

const wall: Wall = { zone: 'Europe/Madrid', locale: 'en-GB', today: '2026-03-12' }
const nothing = { person: null, unsure: [], understood: [], made: { people: [], fields: [] } }
const line = (mark: string | null, own: object = {}) => ({
  mark,
  day: null,
  offRecord: false,
  ...own,
})

beforeAll(bringWords)

test('a line of which nothing is known is kept, and no more is claimed', () => {
  expect(keptInWords(t, nothing, wall)).toBe('Kept.')
})

test('whoever and whatever is new is named, and what was understood, and what falls due', () => {
  const kept = {
    ...nothing,
    person: { name: 'Ana Ruiz' },
    understood: [line(null), line('!'), line('>', { day: '2026-03-13' }), line('!')],
    made: { people: [{ name: 'Ana Ruiz' }, { name: 'Ewa Lis' }], fields: [{ name: 'UX' }] },
  }
  expect(keptInWords(t, kept, wall)).toBe(
    'Kept. Ana Ruiz and Ewa Lis are in your notebook now. ' +
      'Understood: two pieces of advice and one promise of yours. UX is a field now. ' +
      'Your promise is due Friday 13 March.',
  )
})

test('what was said off the record is not told', () => {
  const kept = {
    ...nothing,
    person: { name: 'Ruth' },
    understood: [line('"', { offRecord: true })],
  }
  expect(keptInWords(t, kept, wall)).toBe('Kept. It stands with Ruth now.')
})

test('a name that several bear is asked about, and nobody is claimed', () => {
  const ana = { name: 'Ana', people: [{ name: 'Ana Ruiz' }, { name: 'Ana Gil' }] }
  const ben = { name: 'Ben', people: [{ name: 'Ben Ode' }] }
  expect(keptInWords(t, { ...nothing, unsure: [ana, ben] }, wall)).toBe(
    'Kept. Several people are called Ana: who was it?',
  )
})
