import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import type { Conversation, Step } from '../conversations/conversation.ts'
import {
  conversationWithRuth,
  lifeOf,
  nowAt,
  ownPace,
  scheduled,
  startAt,
  step,
  type When,
} from '../conversations/invented.ts'
import { stateOf } from '../conversations/life.ts'
import { nextStep } from '../conversations/next-step.ts'
import { todayOf, type OpenPromise, type TodayInput, type Underway } from './today.ts'

const names = new Map(
  ['Ruth', 'Tomasz', 'Leila', 'Greta', 'Hana'].map((name) => [id('person', name), name]),
)
const morning: When = '2026-03-12 09:00'

function underway(name: string, steps: readonly Step[], own: Partial<Conversation> = {}): Underway {
  const conversation = {
    ...conversationWithRuth,
    id: id('conversation', `with ${name}`),
    people: [id('person', name)],
    ...own,
  }
  const now = nowAt(morning)
  const state = stateOf(lifeOf(conversation, ...steps), now, ownPace)
  return { conversation, next: nextStep(conversation, state, now, ownPace), quote: null }
}

function promise(whose: OpenPromise['whose'], due: OpenPromise['due']): OpenPromise {
  const text = 'send the chapter on sediment budgets'
  return {
    line: id('line', `${whose} ${due}`),
    conversation: null,
    person: id('person', 'Leila'),
    whose,
    text,
    due,
  }
}

function today(own: Partial<TodayInput>) {
  return todayOf({
    now: nowAt(morning),
    underway: [],
    promises: [],
    introductions: [],
    letters: [],
    thanks: [],
    names,
    ...own,
  })
}

const ruth = underway('Ruth', [
  scheduled('2026-03-06 08:00', '2026-03-12 16:00'),
  step('confirmed', '2026-03-11 08:00'),
])
const tomasz = underway('Tomasz', [
  step('held', '2026-03-11 17:30'),
  step('captured', '2026-03-11 18:00'),
])
const greta = underway('Greta', [step('sent', '2026-03-03 10:00')])
const hana = underway('Hana', [step('sent', '2026-03-09 10:00')])

test('a day is told in order: what is at hand, thanks, promises, silence', () => {
  const { items, size } = today({
    underway: [hana, greta, tomasz, ruth],
    promises: [promise('theirs', '2026-03-12'), promise('mine', '2026-03-13')],
  })
  expect(items.map(({ group, what, who }) => [group, what, who?.name])).toEqual([
    ['now', 'start', 'Ruth'],
    ['thank', 'thank', 'Tomasz'],
    ['promises', 'recall-promise', 'Leila'],
    ['promises', 'keep-promise', 'Leila'],
    ['waiting', 'nudge', 'Greta'],
    ['waiting', 'widen', 'Hana'],
  ])
  expect(size).toEqual({ conversations: 1, small: 5, about: 'half-hour' })
})

test('a day with nothing is a day with nothing', () => {
  expect(today({})).toEqual({
    day: '2026-03-12',
    size: { conversations: 0, small: 0, about: null },
    items: [],
    asleep: 0,
  })
})

test('what only waits, what is kept and what lies in the bin is not shown', () => {
  const waiting = underway('Leila', [step('sent', '2026-03-11 10:00')])
  const kept = underway('Leila', [
    step('held', '2026-03-05 17:30'),
    step('thanked', '2026-03-05 19:00'),
    step('kept', '2026-03-06 19:00'),
  ])
  const binned = underway('Leila', [step('sent', '2026-03-03 10:00')], { binnedOn: '2026-03-10' })
  expect(today({ underway: [waiting, kept, binned] }).items).toEqual([])
})

function shown(promises: readonly OpenPromise[]) {
  return today({ promises }).items.map(({ what, by }) => [what, by?.day])
}

test('a promise of mine shows two days before, one of theirs on its day, one without a day not at all', () => {
  expect(shown([promise('mine', '2026-03-14'), promise('mine', '2026-03-15')])).toEqual([
    ['keep-promise', '2026-03-14'],
  ])
  expect(shown([promise('theirs', '2026-03-12'), promise('theirs', '2026-03-13')])).toEqual([
    ['recall-promise', '2026-03-12'],
  ])
  expect(shown([promise('mine', null)])).toEqual([])
})

test('forty ideas do not fill the day; three are offered and the rest sleeps', () => {
  const ideas = Array.from({ length: 40 }, (_, index) => underway(`idea ${index}`, []))
  const { items, asleep } = today({ underway: ideas })
  expect(items).toHaveLength(3)
  expect(asleep).toBe(37)
})

test('what is at hand today is never left out', () => {
  const talks = Array.from({ length: 8 }, (_, index) =>
    underway(`talk ${index}`, [], { start: startAt(`2026-03-12 ${10 + index}:00`) }),
  )
  const { items, size } = today({ underway: talks.toReversed() })
  expect(items.map(({ by }) => by?.clock)).toEqual([
    '10:00',
    '11:00',
    '12:00',
    '13:00',
    '14:00',
    '15:00',
    '16:00',
    '17:00',
  ])
  expect(size).toEqual({ conversations: 8, small: 0, about: 'longer' })
})

test('a line they said comes along with the reason', () => {
  const said = 'Nobody asks a registrar anything, and we have the keys to every room.'
  expect(today({ underway: [{ ...tomasz, quote: said }] }).items[0]).toMatchObject({
    why: { code: 'thank-warm', values: { day: '2026-03-11' } },
    by: { day: '2026-03-12', clock: '17:30' },
    quote: said,
    conversation: 'with Tomasz',
  })
})

test('of two silences the longer comes first', () => {
  const longer = underway('Leila', [step('sent', '2026-02-27 10:00')])
  expect(today({ underway: [greta, longer] }).items.map(({ who }) => who?.name)).toEqual([
    'Leila',
    'Greta',
  ])
})

test('somebody without a name is still somebody, and nobody is nobody', () => {
  const unknown = underway('unknown', [step('sent', '2026-03-03 10:00')])
  const nobody = underway('nobody', [step('sent', '2026-03-03 10:00')], { people: [] })
  expect(today({ underway: [unknown] }).items[0]?.who).toEqual({ id: 'unknown', name: '' })
  expect(today({ underway: [nobody] }).items[0]?.who).toBeNull()
})
