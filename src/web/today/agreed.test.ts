import { expect, test } from 'vitest'
import { agreedAhead } from './agreed.ts'
import { linkOf, questionsToHold } from './place.ts'

const planned = (day: string, clock: string | null, state = 'scheduled') => ({
  state,
  start: { day, clock } as const,
})

test('what is agreed stands in the order of its hours; today and what was spoken are not ahead', () => {
  const rows = [
    planned('2026-03-14', null),
    planned('2026-03-14', '09:00', 'confirmed'),
    planned('2026-03-12', '16:00'),
    planned('2026-03-13', '16:00', 'held'),
    { state: 'scheduled', start: null },
  ] as Parameters<typeof agreedAhead>[0]
  expect(agreedAhead(rows, '2026-03-12').map(({ start }) => start.clock)).toEqual(['09:00', null])
})

const question = (id: string, own: object = {}) => ({
  id,
  text: id,
  starred: false,
  asked: false,
  ...own,
})

test('one holds three questions in the head, the starred ones first', () => {
  const minutes = [
    { questions: [question('a'), question('b', { asked: true }), question('c')] },
    { questions: [question('d', { starred: true }), question('e')] },
  ]
  const held = questionsToHold({ minutes, link: null, who: [] })
  expect(held.map(({ id }) => id)).toEqual(['d', 'a', 'c'])
})

test('while no link is written down, how you met stands there', () => {
  const brief = { minutes: [], who: [{ met: 'On the train.' }] }
  expect(linkOf({ ...brief, link: ' ' })).toBe('On the train.')
  expect(linkOf({ ...brief, link: 'Samir' })).toBe('Samir')
})
