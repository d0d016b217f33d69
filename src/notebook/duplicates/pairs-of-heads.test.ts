import { expect, test } from 'vitest'
import { id, type PersonId } from '../../kit/ids.ts'
import { pairKey } from '../people/bond.ts'
import { pairsOfHeads } from './pairs-of-heads.ts'

const [ana, ana2, bo, cy] = ['a', 'b', 'c', 'd'].map((text) => id('person', text)) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]
const merged = new Map([[ana2, ana]])
const found = (a: PersonId, b: PersonId, p: number, certain = false) => ({ a, b, p, certain })

test('a pair within one person is none any more', () => {
  expect(pairsOfHeads([found(ana, ana2, 0.99)], merged, new Set())).toEqual([])
})

test('what was found about a record is found about whom it is shown under, and the likeliest stays', () => {
  const pairs = [found(ana, bo, 0.6), found(ana2, bo, 0.8), found(bo, cy, 0.7)]
  expect(pairsOfHeads(pairs, merged, new Set())).toEqual([found(ana, bo, 0.8), found(bo, cy, 0.7)])
})

test('whom a merged record was certainly one with is looked at before they are merged too', () => {
  expect(pairsOfHeads([found(ana2, cy, 0.99, true)], merged, new Set())).toEqual([
    found(ana, cy, 0.99, false),
  ])
  expect(pairsOfHeads([found(bo, cy, 0.99, true)], merged, new Set())).toEqual([
    found(bo, cy, 0.99, true),
  ])
})

test('the smaller id stands first, and who is not the same stays apart', () => {
  const heads = new Map([[ana, cy]])
  expect(pairsOfHeads([found(ana, bo, 0.9)], heads, new Set())).toEqual([found(bo, cy, 0.9)])
  expect(pairsOfHeads([found(ana, bo, 0.9)], heads, new Set([pairKey(cy, bo)]))).toEqual([])
})
