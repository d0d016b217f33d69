import { expect, test } from 'vitest'
import type { Agreement } from '../../craft/linkage/agreements.ts'
import { id } from '../../kit/ids.ts'
import { reasonsFor } from './reasons.ts'

const agreement = (role: string, level: string, weight: number): Agreement => ({
  field: role,
  role,
  level,
  values: ['one', 'other'],
  weight,
})

test('what tells most comes first, and what speaks against comes last', () => {
  const agreements = [
    agreement('organisation', 'other', -0.8),
    agreement('given', 'same', 4),
    agreement('phone', 'same', 9),
  ]
  const reasons = reasonsFor({ agreements, through: null }, new Map())
  expect(reasons.map(({ field, speaks }) => [field, speaks])).toEqual([
    ['phone', 'for'],
    ['given', 'for'],
    ['organisation', 'against'],
  ])
  for (const { words } of reasons) expect(words).not.toBe('')
})

test('who are one through somebody else are told so by that name', () => {
  const third = id('person', 'c')
  const why = { agreements: [agreement('given', 'same', 4)], through: third }
  const [first, ...others] = reasonsFor(why, new Map([[third, 'Ana Ruiz']]))
  expect(first).toMatchObject({ field: 'through', words: 'both are one with Ana Ruiz' })
  expect(others).toHaveLength(1)
  expect(reasonsFor(why, new Map())).toHaveLength(1)
})
