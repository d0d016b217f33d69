import { expect, test } from 'vitest'
import { byKeeper, given, namesApart } from './parting.ts'

const thing = (id: string, keeper: string) =>
  ({ kind: 'line', id, words: '', day: null, with: keeper }) as const

test('two of one name are told apart by where they came from', () => {
  const members = [
    { id: 'a', name: 'Tomasz Wilk', words: 'from google.csv' },
    { id: 'b', name: 'Tomasz Wilk', words: 'written by hand' },
    { id: 'c', name: '', words: 'from apple.vcf' },
  ]
  expect([...namesApart(members, 'Without a name').values()]).toEqual([
    'Tomasz Wilk, from google.csv',
    'Tomasz Wilk, written by hand',
    'Without a name',
  ])
})

test('what one says nothing of is given to nobody', () => {
  const things = [thing('l1', 'a'), thing('l2', 'a')]
  expect(given(things, new Map([['l2', 'b']]))).toEqual([{ thing: 'l2', to: 'b' }])
})

test('each record stands with its things, also who has none', () => {
  const things = [thing('l1', 'b'), thing('l2', 'b')]
  const kept = byKeeper([{ id: 'a' }, { id: 'b' }], things)
  expect([...kept].map(([id, own]) => [id, own.length])).toEqual([
    ['a', 0],
    ['b', 2],
  ])
})
