import { expect, test } from 'vitest'
import type { Entry } from '../offline/entry.ts'
import { type LyingDraft, recovered } from './note-recovery.ts'

/** A save of one line that landed: the server put what somebody else wrote before it. */
const landed: Entry = {
  at: 1,
  key: 'first',
  operation: 'notes.save',
  input: { kind: 'conversation', id: 'c', text: 'mine', since: 0 },
  files: [],
  done: '2026-03-12T10:00:00.000Z',
  zone: 'Europe/Madrid',
  slot: 'a note',
  held: 'mine',
  before: [],
  sent: true,
  broken: 0,
  refused: null,
  landed: { revision: 7, change: null, result: { text: 'theirs\nmine', revision: 7, beside: [] } },
}

function draft(text: string, since: number, pending: LyingDraft['pending'] = null): LyingDraft {
  return { text, since, pending, slot: 'a note', at: Date.parse('2026-03-12T10:00:05.000Z') }
}

test('a page that died after it heard of its save goes on over what the server made of it', () => {
  const found = recovered(draft('theirs\nmine\nmore', 7), [landed], 'new')
  expect(found.draft).toEqual({
    ...draft('theirs\nmine\nmore', 7),
    pending: null,
  })
})

test('a page that died before it heard of its save puts what was typed on top of what the server made', () => {
  const pending = { text: 'mine', since: 0, key: 'first' }
  const found = recovered(draft('mine\nmore', 0, pending), [landed], 'new')
  expect(found.draft).toEqual({ text: 'theirs\nmine\nmore', since: 7, pending: null })
})
