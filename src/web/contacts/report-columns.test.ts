import { expect, test } from 'vitest'
import { columnsTold, countIn, keptUnseen } from './report-columns.ts'

const nothing = {
  created: 0,
  changed: 0,
  conversations: 0,
  exchanges: 0,
  unchanged: 0,
  passed: 0,
  lost: [],
  lostMore: 0,
}

test('only what some file has is counted, in one order', () => {
  const calendar = { ...nothing, exchanges: 12 }
  const cards = { ...nothing, created: 3, lost: ['PHOTO'], lostMore: 4 }
  expect(columnsTold([cards, calendar])).toEqual(['created', 'exchanges', 'lost'])
  expect(columnsTold([nothing])).toEqual([])
  expect(countIn(cards, 'lost')).toBe(5)
  expect(countIn(cards, 'exchanges')).toBe(0)
})

test('what is kept unseen is summed up over all files', () => {
  const phone = [
    { field: 'X-COLOUR', kept: 2, lost: 0 },
    { field: 'PHOTO', kept: 0, lost: 7 },
  ]
  const table = [
    { field: 'Remark', kept: 9, lost: 0 },
    { field: 'X-COLOUR', kept: 3, lost: 1 },
  ]
  expect(keptUnseen([{ byField: phone }, { byField: table }])).toEqual([
    { field: 'Remark', kept: 9 },
    { field: 'X-COLOUR', kept: 5 },
  ])
})
