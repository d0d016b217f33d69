import { expect, test } from 'vitest'
import { isTied, letterToBegin, lettersToShow } from './sides.ts'
import type { Introduction } from './types.ts'
import { partsOf } from './ways.ts'

const letter = (
  template: 'opt-in' | 'link',
  side: 'requester' | 'target' | null,
  mayWrite = true,
) => ({
  template,
  side,
  mayWrite,
  sentOn: null,
})

const begun = {
  state: 'asking',
  sides: {
    requester: { is: 'asked', on: '2026-03-11' },
    target: { is: 'not-asked', on: null },
  },
  next: { what: 'ask-sides' },
  letters: [letter('opt-in', 'requester'), letter('opt-in', 'target'), letter('link', null, false)],
} as unknown as Introduction

test('the letter that lies open is the one to who was not asked yet', () => {
  expect(letterToBegin(begun)).toMatchObject({ template: 'opt-in', side: 'target' })
  expect(lettersToShow(begun).map(({ side }) => side)).toEqual(['target'])
})

test('a half of the thread is tied by a yes, and both by the link', () => {
  const half = { ...begun, sides: { ...begun.sides, requester: { is: 'yes' as const, on: null } } }
  expect([isTied(half, 'requester'), isTied(half, 'target')]).toEqual([true, false])
  expect(isTied({ ...begun, state: 'made' }, 'target')).toBe(true)
})

test('two people take their parts in the order in which they are asked for', () => {
  expect(partsOf('through', 'ben', 'osei')).toEqual({
    shape: 'asked',
    me: 'requester',
    connector: 'ben',
    target: 'osei',
  })
})
