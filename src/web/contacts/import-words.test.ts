import { beforeAll, expect, test } from 'vitest'
import type { Day } from '../../kit/days.ts'
import { bringWords, t } from '../words/words.ts'
import { type BroughtIn, broughtInWords, hadInWords, takenOutInWords } from './import-words.ts'

beforeAll(bringWords)

const today: Day = '2026-03-12'
const wall = { zone: 'Europe/Madrid', locale: 'en-GB', today }
const one: BroughtIn = {
  id: 'i1',
  file: 'google.csv',
  on: today,
  format: 'csv',
  created: 12,
  changed: 1,
  conversations: 0,
  exchanges: 0,
  takenOutOn: null,
  unfinished: false,
}

test('a file says whom it brought, and when it was taken out', () => {
  expect(broughtInWords(t, one, wall)).toBe('12 new people, one with something new')
  expect(broughtInWords(t, { ...one, changed: 0, takenOutOn: '2026-03-01' }, wall)).toBe(
    '12 new people, taken out on 1 March',
  )
  expect(broughtInWords(t, { ...one, created: 0, changed: 0 }, wall)).toBe('Nobody new')
})

test('of what came before anybody counted nothing is said', () => {
  expect(hadInWords(t, { ...one, created: null, changed: null })).toBe('')
  expect(broughtInWords(t, { ...one, created: null, changed: null }, wall)).toBe('')
})

test('taking out says who went, who lost something, and who stays', () => {
  const out = { import: one, people: 2, changed: 1, kept: 0, conversations: 0, exchanges: 0 }
  expect(takenOutInWords(t, out)).toBe(
    'google.csv is taken out. Two people are in the bin, one stays without what only it had said.',
  )
  expect(
    takenOutInWords(t, { ...out, people: 0, changed: 0, conversations: 3, exchanges: 40 }),
  ).toBe('google.csv is taken out. Three conversations went, 40 days of contact went.')
  expect(takenOutInWords(t, { ...out, people: 0, changed: 0 })).toBe(
    'google.csv is taken out. Nobody had anything of it any more.',
  )
})
