import { expect, test } from 'vitest'
import { inTurn, isOpen, stageOf } from './stage.ts'
import type { ConversationRow } from './types.ts'

function row(id: string, what: string | null, by: string | null): ConversationRow {
  return {
    id,
    people: [],
    fields: [],
    setting: 'planned',
    state: 'idea',
    next: what === null ? null : { what, why: '', code: '', values: {}, by },
    start: null,
    heldOn: null,
    lastDay: '2026-03-01',
  }
}

test('what is yours to do comes before what only waits, the nearest day first', () => {
  const rows = [
    row('kept', null, null),
    row('waits', 'wait', '2026-03-02'),
    row('some day', 'update', null),
    row('thank', 'thank', '2026-03-12T16:30:00.000Z'),
    row('nudge', 'nudge', '2026-03-11'),
    row('notes', 'finish', null),
  ]
  expect(inTurn(rows).map(({ id }) => id)).toEqual([
    'notes',
    'nudge',
    'thank',
    'some day',
    'waits',
    'kept',
  ])
})

test('after a talk, one that only waits is kept', () => {
  const waits = row('waits', 'wait', '2026-04-12')
  expect(isOpen(waits)).toBe(true)
  expect(isOpen({ ...waits, heldOn: '2026-03-12' })).toBe(false)
  expect(isOpen({ ...row('thank', 'thank', null), heldOn: '2026-03-12' })).toBe(true)
  expect(isOpen(row('kept', null, null))).toBe(false)
})

test('a conversation opens where it stands', () => {
  expect(stageOf({ state: 'scheduled', heldOn: null })).toBe('/conversations/$id/before')
  expect(stageOf({ state: 'started', heldOn: null })).toBe('/conversations/$id/during')
  expect(stageOf({ state: 'captured', heldOn: '2026-03-12' })).toBe('/conversations/$id/after')
})
