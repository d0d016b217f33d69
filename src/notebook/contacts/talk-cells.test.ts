import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOrderOf, minutesIn, type TalkCell, talkIn } from './talk-cells.ts'

const cell = (of: TalkCell['of'], text: string): TalkCell => ({ of, name: of, text })

const dayRead = (order: Parameters<typeof talkIn>[2]) =>
  talkIn([cell('day', '03/04/2021')], [], order)?.talk.day

test('a row becomes a conversation with its day, its note and what stands beside', () => {
  const cells = [
    cell('day', '12.03.2021'),
    cell('field', 'Book binding, Archives'),
    cell('topic', 'Pay; working hours'),
    cell('medium', 'Coffee at the station'),
    cell('minutes', '45 min'),
    cell('place', 'Cork'),
  ]
  expect(talkIn(cells, ['"Start small"\n! Call the guild'], null)).toEqual({
    talk: {
      day: '2021-03-12',
      lines: ['"Start small"', '! Call the guild', '/pay /working-hours'],
      fields: ['Book binding', 'Archives'],
      medium: 'in-person',
      minutes: 45,
      place: 'Cork',
    },
    kept: [],
  })
})

test('a day that two continents read differently is read as the table writes the others', () => {
  const rows = [['03/04/2021'], ['25/04/2021']]
  expect(dayOrderOf(rows, 0)).toBe('day first')
  expect(dayOrderOf([['03/04/2021'], ['04/25/2021']], 0)).toBe('month first')
  expect(dayOrderOf([['03/04/2021']], 0)).toBeNull()
  expect(dayRead('day first')).toBe('2021-04-03')
  expect(dayRead('month first')).toBe('2021-03-04')
  expect(dayRead(null)).toBeUndefined()
})

test('what no conversation holds is kept', () => {
  const odd = [cell('medium', 'carrier pigeon'), cell('minutes', 'long')]
  expect(talkIn([cell('day', '2021-03-12'), ...odd], [], null)).toMatchObject({
    talk: { medium: null, minutes: null },
    kept: odd,
  })
})

test('lengths are read as people write them', () => {
  const written = ['45', '45 min', '1h', '1,5 Std.', '1:30', '2 hours', '1h15', "30'"]
  expect(written.map(minutesIn)).toEqual([45, 45, 60, 90, 90, 120, 75, 30])
  expect(['0', 'a while', '99h', ''].map(minutesIn)).toEqual([null, null, null, null])
})

test('no text of a cell breaks the reading', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (day, medium, note) => {
      const read = talkIn([cell('day', day), cell('medium', medium)], [note], 'day first')
      expect(read === null || /^\d{4}-\d\d-\d\d$/.test(read.talk.day)).toBe(true)
    }),
    { numRuns: 200 },
  )
})
