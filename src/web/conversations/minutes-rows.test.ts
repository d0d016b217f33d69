import { expect, test } from 'vitest'
import { minutesRows } from './minutes-rows.ts'

const parts = ['thanks', 'road', 'core', 'others', 'close'] as const
const ends = [2, 5, 15, 18, 20]

const question = (id: string) => ({
  id,
  text: id,
  starred: false,
  asked: false,
  probe: null,
  careful: false,
})

/** Twenty minutes with a question in each of these parts. */
const rowsWith = (asking: readonly string[], reminders: readonly string[] = []) =>
  minutesRows({
    minutes: parts.map((part, at) => ({
      part,
      from: ends[at - 1] ?? 0,
      to: ends[at] ?? 20,
      questions: asking.includes(part) ? [question(part)] : [],
    })),
    reminders: reminders.map(question),
  }).map(({ part, from, to }) => [part, from, to])

test('every part that has something to ask keeps its minutes', () => {
  expect(rowsWith(['road', 'core', 'others'])).toEqual([
    ['thanks', 0, 2],
    ['road', 2, 5],
    ['core', 5, 15],
    ['others', 15, 18],
    ['close', 18, 20],
  ])
})

test('a part with nothing to ask is no empty row: the core has its minutes', () => {
  expect(rowsWith(['core', 'others'])).toEqual([
    ['thanks', 0, 2],
    ['core', 2, 15],
    ['others', 15, 18],
    ['close', 18, 20],
  ])
  expect(rowsWith(['road', 'core'])).toEqual([
    ['thanks', 0, 2],
    ['road', 2, 5],
    ['core', 5, 18],
    ['close', 18, 20],
  ])
  expect(rowsWith(['road'])).toEqual([
    ['thanks', 0, 2],
    ['road', 2, 18],
    ['close', 18, 20],
  ])
})

test('what to say if there is time is something to say', () => {
  expect(rowsWith(['core'], ['whoNext'])).toEqual([
    ['thanks', 0, 2],
    ['core', 2, 15],
    ['others', 15, 18],
    ['close', 18, 20],
  ])
})

test('without any question the minutes between thanks and close are one row', () => {
  expect(rowsWith([])).toEqual([
    ['thanks', 0, 2],
    ['core', 2, 18],
    ['close', 18, 20],
  ])
})
