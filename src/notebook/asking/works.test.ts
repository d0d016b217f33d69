import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { type Told, worksFor } from './works.ts'

const letter = (own: Partial<Told> = {}): Told => ({
  conversation: id('conversation', 'one'),
  step: id('step', 'one'),
  day: '2026-03-05',
  at: '2026-03-05T09:00:00.000Z',
  zone: 'Europe/Madrid',
  answer: null,
  met: false,
  open: false,
  underway: false,
  path: 'stranger',
  channel: 'account',
  words: 80,
  ...own,
})

const several = (count: number, own: Partial<Told>) =>
  Array.from({ length: count }, () => letter(own))

test('below ten letters that had their time nothing is said', () => {
  const few = [...several(9, { answer: 'yes' }), ...several(20, { open: true })]
  expect(worksFor(few)).toEqual({ letters: 9, all: null, groups: [], differences: [] })
})

test('the rates of all are counted with their intervals', () => {
  const ten = [
    ...several(5, { answer: 'yes', met: true }),
    ...several(3, { answer: 'no' }),
    ...several(2, {}),
  ]
  const { letters, all, differences } = worksFor(ten)
  expect(letters).toBe(10)
  expect(all).toMatchObject({ reply: { count: 8, of: 10 }, meeting: { count: 5, of: 10 } })
  expect(all?.reply.low).toBeCloseTo(0.4902, 4)
  expect(differences).toEqual([])
})

test('an answer of which the meeting is still to come is an answer, and no missed meeting', () => {
  const ten = [
    ...several(5, { answer: 'yes', met: true }),
    ...several(5, { answer: 'yes', underway: true }),
  ]
  expect(worksFor(ten).all).toMatchObject({
    reply: { count: 10, of: 10 },
    meeting: { count: 5, of: 5 },
  })
})

test('what is more than chance is said, with the two groups that are farthest apart', () => {
  const all = [
    ...several(9, { path: 'introduced', answer: 'yes' }),
    ...several(1, { path: 'introduced' }),
    ...several(5, { path: 'known', answer: 'yes' }),
    ...several(5, { path: 'known' }),
    ...several(1, { answer: 'yes' }),
    ...several(9, {}),
  ]
  expect(worksFor(all).differences).toMatchObject([
    {
      aspect: 'path',
      measure: 'reply',
      more: 'introduced',
      less: 'stranger',
      shares: [
        { count: 9, of: 10 },
        { count: 1, of: 10 },
      ],
    },
  ])
})

test('where intervals touch there is no advice', () => {
  const all = [
    ...several(7, { words: 70, answer: 'yes' }),
    ...several(3, { words: 70 }),
    ...several(4, { words: 140, answer: 'yes' }),
    ...several(6, { words: 140 }),
  ]
  expect(worksFor(all).differences).toEqual([])
})

test.each([
  ['2026-03-05T04:30:00.000Z', 'morning'],
  ['2026-03-05T10:59:00.000Z', 'morning'],
  ['2026-03-05T11:00:00.000Z', 'afternoon'],
  ['2026-03-05T17:00:00.000Z', 'evening'],
  ['2026-03-05T02:00:00.000Z', 'evening'],
] as const)('a letter of %s went in the %s, by the clock of its place', (at, group) => {
  const { groups } = worksFor(several(10, { at }))
  expect(groups.filter(({ aspect }) => aspect === 'hour')).toMatchObject([
    { group, reply: { of: 10 } },
  ])
})

test('what is not known counts in no group', () => {
  const { groups } = worksFor(several(10, { at: null, words: null }))
  expect(groups.map(({ aspect }) => aspect)).toEqual(['path', 'channel'])
})

test('letters that differ by chance alone are seldom told apart', () => {
  const one = fc.record({
    path: fc.constantFrom('introduced' as const, 'stranger' as const),
    yes: fc.integer({ min: 1, max: 10 }).map((dice) => dice <= 3),
  })
  const lots = fc.sample(fc.array(one, { minLength: 30, maxLength: 30 }), { numRuns: 200, seed: 7 })
  const told = lots.filter((all) => {
    const letters = all.map(({ path, yes }) => letter({ path, answer: yes ? 'yes' : null }))
    return worksFor(letters).differences.some(({ aspect }) => aspect === 'path')
  })
  expect(told.length).toBeLessThanOrEqual(4)
})
