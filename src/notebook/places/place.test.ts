import { expect, test } from 'vitest'
import { compare } from '../../kit/order.ts'
import type { Organisation, Wish } from '../nouns/noun.ts'
import { changedWish, readPlaceLine, turnOf, wishAmong } from './place.ts'

const place = (name: string, want: number, level: number | null, isKnown = false) => ({
  id: name,
  name,
  want,
  moving: level === null ? null : { level },
  isKnown,
})

test('places stand by how much they are wanted, then by what moves, then by whether anybody is known there', () => {
  const all = [
    place('Quiet and dear', 3, 1),
    place('Nothing known of it', 2, null, true),
    place('Moving, and nobody known', 2, 3),
    place('Moving, and somebody known', 2, 3, true),
    place('another as dear', 3, 1),
    place('Not now', 0, 3, true),
  ]
  const inTurn = all.toSorted((one, other) => compare(turnOf(one), turnOf(other)))
  expect(inTurn.map(({ name }) => name)).toEqual([
    'another as dear',
    'Quiet and dear',
    'Moving, and somebody known',
    'Moving, and nobody known',
    'Nothing known of it',
    'Not now',
  ])
})

const house = (wish: Wish | null): Organisation => ({
  id: 'house',
  name: 'House',
  otherNames: [],
  mergedInto: null,
  addedOn: '2026-03-01',
  binnedOn: null,
  wish,
})

test('a house keeps its own wish; one without takes the strongest of those merged into it', () => {
  const weak: Wish = { want: 1, moving: null, since: '2026-03-01' }
  const strong: Wish = { want: 3, moving: null, since: '2026-03-05' }
  expect(wishAmong(house(weak), [house(strong)])).toBe(weak)
  expect(wishAmong(house(null), [house(weak), house(strong), house(null)])).toBe(strong)
  expect(wishAmong(house(null), [house(null)])).toBeNull()
})

test('what moves is dated by the day it was said, and said again it keeps that day', () => {
  const moving = { level: 2, why: ' They take on the maps ' } as const
  const first = changedWish(null, { moving }, '2026-03-01')
  expect(first).toEqual({
    want: 2,
    moving: { level: 2, why: 'They take on the maps', on: '2026-03-01' },
    since: '2026-03-01',
  })
  const wanted = changedWish(first, { want: 3, moving }, '2026-04-01')
  expect(wanted).toMatchObject({ want: 3, moving: { on: '2026-03-01' }, since: '2026-03-01' })
  expect(changedWish(wanted, { moving: { level: 3, why: '' } }, '2026-05-01').moving).toEqual({
    level: 3,
    why: '',
    on: '2026-05-01',
  })
  expect(changedWish(wanted, { moving: null }, '2026-05-01').moving).toBeNull()
})

test.each([
  ['Kelvin Archive', 'Kelvin Archive', ''],
  ['Kelvin Archive: they take on the maps', 'Kelvin Archive', 'they take on the maps'],
  ['  Kelvin Archive :  ', 'Kelvin Archive', ''],
  ['Studio 10:30', 'Studio 10:30', ''],
  [': nothing', ': nothing', ''],
])('a line “%s” is a name, and what moves there', (line, name, moves) => {
  expect(readPlaceLine(line)).toEqual({ name, moves })
})
