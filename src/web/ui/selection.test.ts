import { expect, test } from 'vitest'
import { extended, nobodyChosen, toggled } from './selection.ts'

const order = ['ana', 'ben', 'clara', 'davide', 'ewa']
const chosen = ({ ids }: { ids: ReadonlySet<string> }) => order.filter((id) => ids.has(id))

test('a row is chosen, and let go again', () => {
  const one = toggled(nobodyChosen, 'ben')
  expect(chosen(one)).toEqual(['ben'])
  expect(chosen(toggled(one, 'ben'))).toEqual([])
})

test('a range goes from where one began, in either direction, and keeps what was chosen', () => {
  const began = toggled(toggled(nobodyChosen, 'ana'), 'clara')
  expect(chosen(extended(began, order, 'ewa'))).toEqual(['ana', 'clara', 'davide', 'ewa'])
  expect(chosen(extended(began, order, 'ben'))).toEqual(['ana', 'ben', 'clara'])
})

test('a range without a beginning, or whose beginning is gone from the list, is the row itself', () => {
  expect(chosen(extended(nobodyChosen, order, 'ben'))).toEqual(['ben'])
  expect(chosen(extended({ ids: new Set(), anchor: 'gone' }, order, 'ben'))).toEqual(['ben'])
})
