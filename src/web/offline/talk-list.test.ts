import { expect, test } from 'vitest'
import type { Day } from '../../kit/days.ts'
import type { NearTalk } from './near-shapes.ts'
import { nextWith, pageOfTalks, type TalkList, talksAfter } from './talk-list.ts'

function step(what: string, by: string | null): NonNullable<NearTalk['next']> {
  return { what, by, why: '', code: 'why', values: {} }
}

function talk(id: string, lastDay: Day, more: Partial<NearTalk> = {}): NearTalk {
  return {
    id,
    people: [],
    fields: [],
    setting: 'planned',
    state: 'idea',
    next: null,
    start: null,
    heldOn: null,
    lastDay,
    open: false,
    recent: true,
    ...more,
  }
}

function listOf(rows: readonly NearTalk[], recent: string | null = null): TalkList {
  const leaves = Object.fromEntries(rows.map(({ id }) => [`talk ${id}`, { version: '', keys: [] }]))
  return talksAfter(null, { talks: rows, beyond: { recent, open: null } }, leaves)
}

const all = () => true
const everyone = { open: undefined, after: undefined, limit: 2 }

test('a list is read page by page to its end, and the latest come first', () => {
  const list = listOf([
    talk('a', '2026-03-01'),
    talk('c', '2026-03-02'),
    talk('b', '2026-03-02'),
    talk('d', '2026-02-01'),
    talk('e', '2026-01-31'),
  ])
  const read: string[] = []
  let after: string | undefined
  for (let pages = 0; pages < 3; pages++) {
    const page = pageOfTalks(list, { ...everyone, after }, all)
    read.push(...(page?.conversations.map(({ id }) => id) ?? []))
    after = page?.next ?? undefined
  }
  expect([read.join(''), after]).toEqual(['cbade', undefined])
})

test('where more lies beyond what is near, the list says so, and does not give it', () => {
  const list = listOf([talk('a', '2026-03-01')], '2026-03-01~a')
  expect(pageOfTalks(list, everyone, all)?.next).toBe('2026-03-01~a')
  expect(pageOfTalks(list, { ...everyone, after: '2026-03-01~a' }, all)).toBeNull()
  const whole = listOf([talk('a', '2026-03-01')])
  expect(pageOfTalks(whole, { ...everyone, after: '2026-03-01~a' }, all)).toEqual({
    conversations: [],
    next: null,
  })
})

test('what is open and old stands among the open ones alone', () => {
  const list = listOf([
    talk('old', '2025-01-01', { open: true, recent: false }),
    talk('new', '2026-03-01', { open: true }),
    talk('done', '2026-03-02'),
  ])
  const idsOf = (open: boolean | undefined) =>
    pageOfTalks(list, { open, after: undefined, limit: 9 }, all)?.conversations.map(({ id }) => id)
  expect([idsOf(undefined), idsOf(true), idsOf(false)]).toEqual([
    ['done', 'new'],
    ['new', 'old'],
    ['done'],
  ])
})

test('a line goes with its leaf, and stays where nothing was said of it', () => {
  const before = listOf([talk('a', '2026-03-01'), talk('b', '2026-03-02')], 'end')
  const left = { 'talk b': { version: '', keys: [] } }
  expect(talksAfter(before, { talks: [], beyond: null }, left)).toEqual({
    rows: [talk('b', '2026-03-02')],
    beyond: { recent: 'end', open: null },
  })
})

test('of several conversations with somebody, the step whose turn comes first is theirs', () => {
  const people = [{ id: 'ana', name: 'Ana' }]
  const list = listOf([
    talk('waits', '2026-03-03', { open: true, people, next: step('wait', '2026-03-04') }),
    talk('later', '2026-03-02', { open: true, people, next: step('send', '2026-03-09') }),
    talk('sooner', '2026-03-01', { open: true, people, next: step('thank', '2026-03-05') }),
    talk('nobody', '2026-03-01', { open: true, next: step('thank', '2026-03-01') }),
  ])
  expect(nextWith(list, new Set(['ana'])).map(({ conversation }) => conversation)).toEqual([
    'sooner',
  ])
  expect(nextWith(list, new Set(['ben']))).toEqual([])
})
