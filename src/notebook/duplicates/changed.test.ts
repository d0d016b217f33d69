import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { edited, newPerson } from '../people/edit.ts'
import { changedBonds, changedRecords } from './changed.ts'

const by = { by: 'hand', on: '2026-03-11' } as const
const written = (name: string, more: object = {}) =>
  JSON.stringify({ ...edited(newPerson(id('person', 'a')), { name }, by), ...more })
const nothing = { came: [], differ: [], went: [] }
const logged = (before: string | null, after: string | null) => ({ id: 'a', before, after })

test.each([
  ['who comes', logged(null, written('Ana')), { came: ['a'] }],
  ['who is told otherwise', logged(written('Ana'), written('Ann')), { differ: ['a'] }],
  ['of whom only the words changed', logged(written('Ana'), written('Ana', { words: 'Hm' })), {}],
  [
    'who goes into the bin',
    logged(written('Ana'), written('Ana', { binnedOn: '2026-03-11' })),
    { went: ['a'] },
  ],
  [
    'who comes out of it',
    logged(written('Ana', { binnedOn: '2026-03-11' }), written('Ana')),
    { differ: ['a'] },
  ],
  ['who is removed', logged(written('Ana'), null), { went: ['a'] }],
  ['of whom not even the log knows a word any more', logged(null, null), { went: ['a'] }],
])('%s', (_who, change, expected) => {
  expect(changedRecords([change])).toEqual({ ...nothing, ...expected })
})

test('who was changed several times is as they were at first and as they are in the end', () => {
  const [one, two, three] = [written('Ana'), written('Ann'), written('Anna')]
  expect(changedRecords([logged(null, one), logged(one, two)])).toEqual({ ...nothing, came: ['a'] })
  expect(changedRecords([logged(one, two), logged(two, one)])).toEqual(nothing)
  expect(changedRecords([logged(one, two), logged(two, three)])).toEqual({
    ...nothing,
    differ: ['a'],
  })
  expect(changedRecords([logged(null, one), logged(one, null)])).toEqual({
    ...nothing,
    went: ['a'],
  })
})

test('a bond that is gone parts whom it spoke of; one that came joins them', () => {
  const same = JSON.stringify({ kind: 'same', people: ['a', 'b'] })
  const distinct = JSON.stringify({ kind: 'distinct', people: ['c'], others: ['d'] })
  expect(changedBonds([{ id: '1', before: null, after: same }])).toEqual({
    people: ['a', 'b'],
    parted: [],
  })
  expect(
    changedBonds([
      { id: '1', before: same, after: null },
      { id: '2', before: null, after: distinct },
    ]),
  ).toEqual({ people: ['a', 'b', 'c', 'd'], parted: ['a', 'b'] })
})
