import { beforeAll, expect, test } from 'vitest'
import type { Day } from '../../kit/days.ts'
import { bringWords, t } from '../words/words.ts'
import { invented } from './invented-person.ts'
import { type Source, sourceInWords, sourcesInWords, toldBy } from './sources.ts'

beforeAll(bringWords)

const today: Day = '2026-03-12'
const wall = { zone: 'Europe/Madrid', locale: 'en-GB', today }
const google: Source = { by: 'import', id: 'i1', on: '2026-03-03' }
const apple: Source = { by: 'import', id: 'i2', on: '2024-01-09' }
const hand: Source = { by: 'hand', on: '2026-03-12' }
const files = new Map([['i1', 'google.csv']])
const fileOf = ({ id }: Source) => files.get(id ?? '') ?? null

test('a source is said with its file and its day; a file nobody knows any more is a contacts file', () => {
  expect(sourceInWords(t, google, fileOf, wall)).toBe('From google.csv, 3 March')
  expect(sourceInWords(t, apple, fileOf, wall)).toBe('From a contacts file, 9 January 2024')
  expect(sourceInWords(t, hand, fileOf, wall)).toBe('Written by hand, 12 March')
})

test('the same source is said once', () => {
  expect(sourcesInWords(t, [google, google, hand], fileOf, wall)).toBe(
    'From google.csv, 3 March; Written by hand, 12 March',
  )
})

test('what was told is gathered by who told it, the first to tell first', () => {
  const person = invented({
    names: [{ part: 'full', text: 'Ana Ruiz', sources: [google, apple] }],
    channels: [
      { kind: 'mail', value: 'ana@acme.example', label: null, preferred: false, sources: [google] },
      { kind: 'phone', value: '600 11 22 33', label: null, preferred: false, sources: [hand] },
    ],
  })
  expect(toldBy(t, person, wall)).toEqual([
    { source: apple, values: ['Ana Ruiz'] },
    { source: google, values: ['Ana Ruiz', 'ana@acme.example'] },
    { source: hand, values: ['600 11 22 33'] },
  ])
})
