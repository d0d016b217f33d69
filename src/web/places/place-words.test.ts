import { beforeAll, expect, test } from 'vitest'
import type { Wall } from '../words/dates.ts'
import { bringWords, t } from '../words/words.ts'
import { knownInWords, tieInWords, wishInWords } from './place-words.ts'
import type { Colleague, Place } from './types.ts'

beforeAll(bringWords)

const wall: Wall = { zone: 'Europe/Madrid', locale: 'en-GB', today: '2026-03-12' }

const place: Place = {
  id: 'place',
  name: 'Kelvin Archive',
  houses: ['place'],
  want: 3,
  moving: null,
  since: '2026-03-01',
  now: 0,
  before: 0,
  waiting: 0,
  talks: 0,
}

test('a wish is a sentence, and what moves stands behind it', () => {
  expect(wishInWords(t, place)).toBe('You would like to be there above all.')
  const moving = { level: 2, why: 'they take on the river maps', on: '2026-03-11' } as const
  expect(wishInWords(t, { want: 1, moving })).toBe(
    'You would gladly be there. Something moves: they take on the river maps.',
  )
  expect(wishInWords(t, { want: 0, moving: { ...moving, level: 1, why: '' } })).toBe(
    'Not now, perhaps one day. All is quiet.',
  )
})

test.each([
  [0, 0, 0, 'You know nobody there yet.'],
  [1, 0, 1, 'You know one person there. One letter waits.'],
  [0, 2, 0, 'You know two people who were there.'],
  [3, 1, 2, 'You know three people there, and one from before. Two letters wait.'],
])('%i there, %i from before, %i letters', (now, before, waiting, words) => {
  expect(knownInWords(t, { ...place, now, before, waiting })).toBe(words)
})

const ruth: Colleague = {
  id: 'ruth',
  name: 'Ruth Adeyemi',
  role: 'Archivist',
  now: true,
  until: null,
  through: 'Samir Haddad',
  spokeOn: '2026-03-05',
  lastOn: null,
}

test('a tie says what they do there, when you spoke, and through whom', () => {
  expect(tieInWords(t, ruth, wall)).toBe('Archivist. You spoke 5 March. Through Samir Haddad.')
  const left = { ...ruth, now: false, until: '2021', through: null, spokeOn: null }
  expect(tieInWords(t, left, wall)).toBe('Archivist, until 2021. You have not spoken yet.')
  expect(tieInWords(t, { ...left, role: null, lastOn: '2026-03-10' }, wall)).toBe(
    'Was there until 2021. Underway since 10 March.',
  )
})
