import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addHours, type Day, dayIn, instantOf, type Instant } from '../../kit/days.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import type { Life, Step, StepKind } from './conversation.ts'
import { type AtTable, awaitsAnswer, nextAmongOthers, type OpenAsk } from './held-back.ts'
import { conversationWithRuth, lifeOf, nowAt, ownPace, step } from './invented.ts'
import { type Pace, stateOf } from './life.ts'
import type { Now } from './moment.ts'
import { nextStep } from './next-step.ts'

const archive = new Map([['archive', 'Kelvin Archive']])
const [ruth, ida, nora] = ['ruth', 'ida', 'nora'].map((one) => id('person', one)) as [
  PersonId,
  PersonId,
  PersonId,
]

function tableOf(name: string, person: PersonId, houses: AtTable['houses'] = archive): AtTable {
  return { conversation: id('conversation', name), people: [person], houses }
}

function askOf(table: AtTable, today: Now, steps: readonly Step[], pace = ownPace): OpenAsk {
  return { ...table, state: stateOf(lifeOf(conversationWithRuth, ...steps), today, pace) }
}

function nextOf(
  steps: readonly Step[],
  table: AtTable,
  asks: readonly OpenAsk[],
  { today, pace = ownPace, second = null }: { today: Now; pace?: Pace; second?: string | null },
) {
  const life = lifeOf(conversationWithRuth, ...steps)
  const next = nextStep(life.conversation, stateOf(life, today, pace), today, pace)
  const around = { mine: table, asks, second: { house: 'Kelvin Archive', name: second } }
  return nextAmongOthers(next, around, today, pace)
}

const sentOnThursday = step('sent', '2026-03-05 10:00')
const drafted = step('drafted', '2026-03-05 09:00')

test('three working days of silence ask for a second person at the same place, by name where one is known', () => {
  const today = nowAt('2026-03-10')
  const mine = tableOf('mine', ruth)
  expect(nextOf([sentOnThursday], mine, [], { today }).why).toEqual({
    code: 'silent-widen-there',
    values: { days: 3, since: '2026-03-05', house: 'Kelvin Archive' },
  })
  expect(nextOf([sentOnThursday], mine, [], { today, second: 'Ida Wendt' }).why).toMatchObject({
    code: 'silent-widen-to',
    values: { second: 'Ida Wendt' },
  })
  const alone = tableOf('mine', ruth, new Map())
  expect(nextOf([sentOnThursday], alone, [], { today }).why.code).toBe('silent-widen')
})

test('a holiday moves the second person as it moves the nudge', () => {
  const pace: Pace = { ...ownPace, holidays: ['2026-03-10'] }
  const mine = tableOf('mine', ruth)
  expect(nextOf([sentOnThursday], mine, [], { today: nowAt('2026-03-10'), pace }).what).toBe('wait')
  expect(nextOf([sentOnThursday], mine, [], { today: nowAt('2026-03-11'), pace }).why.code).toBe(
    'silent-widen-there',
  )
})

test('where two letters to one house are out, the second person is somebody elsewhere', () => {
  const today = nowAt('2026-03-10')
  const mine = tableOf('mine', ruth)
  const asks = [
    askOf(mine, today, [sentOnThursday]),
    askOf(tableOf('other', ida), today, [step('sent', '2026-03-06 10:00')]),
  ]
  expect(nextOf([sentOnThursday], mine, asks, { today, second: 'Nora' }).why.code).toBe(
    'silent-widen-elsewhere',
  )
})

test('a third letter into one house waits until the first of the two can have come to rest', () => {
  const today = nowAt('2026-03-06')
  const asks = [
    askOf(tableOf('one', ruth), today, [sentOnThursday]),
    askOf(tableOf('two', ida), today, [step('sent', '2026-03-06 08:00')]),
  ]
  const next = nextOf([drafted], tableOf('mine', nora), asks, { today })
  expect(next).toMatchObject({
    what: 'wait',
    why: { code: 'house-full', values: { letters: 2, house: 'Kelvin Archive' } },
    // Seven business days to the nudge of the 16th, seven more to rest.
    by: { day: '2026-03-25' },
  })
  const holiday: Pace = { ...ownPace, holidays: ['2026-03-17'] }
  expect(nextOf([drafted], tableOf('mine', nora), asks, { today, pace: holiday }).by?.day).toBe(
    '2026-03-26',
  )
  const answered = asks.map((ask, index) =>
    index === 0 ? askOf(ask, today, [sentOnThursday, step('replied-no', '2026-03-06 08:30')]) : ask,
  )
  expect(nextOf([drafted], tableOf('mine', nora), answered, { today }).what).toBe('send')
})

test('somebody who is silent in one conversation is not written to in another, nor in the season of rest', () => {
  const mine = tableOf('mine', ruth, new Map())
  const sent = [sentOnThursday]
  const early = nowAt('2026-03-06')
  const asks = [askOf(tableOf('other', ruth), early, sent)]
  expect(nextOf([drafted], mine, asks, { today: early })).toMatchObject({
    what: 'wait',
    why: { code: 'letter-elsewhere', values: { since: '2026-03-05' } },
  })
  const nudged = [...sent, step('nudged', '2026-03-16 10:00')]
  const rested = nowAt('2026-04-01')
  const resting = [askOf(tableOf('other', ruth), rested, nudged)]
  expect(nextOf([drafted], mine, resting, { today: rested })).toMatchObject({
    what: 'wait',
    why: { code: 'rests-elsewhere', values: { until: '2026-06-23' } },
  })
  const ripe = nowAt('2026-06-23')
  const overdue = [askOf(tableOf('other', ruth), ripe, nudged)]
  expect(nextOf([drafted], mine, overdue, { today: ripe }).what).toBe('send')
})

interface Move {
  readonly hours: number
  readonly table: number
  readonly answer: boolean
}

/** Four conversations: two with the same person, three in one house. */
const tables = [
  tableOf('a', ruth),
  tableOf('b', ruth, new Map()),
  tableOf('c', ida),
  tableOf('d', nora),
]

/** What the next step asks for, done. */
const doneBy: Readonly<Record<string, Exclude<StepKind, 'scheduled'>>> = {
  research: 'researched',
  draft: 'drafted',
  send: 'sent',
  nudge: 'nudged',
  widen: 'widened',
  reopen: 'reopened',
}

interface Walker {
  readonly table: AtTable
  readonly steps: Life['steps']
}

interface Stop {
  readonly now: Now
  readonly walkers: readonly Walker[]
  readonly asks: readonly OpenAsk[]
}

function walked(moves: readonly Move[], pace: Pace): readonly Stop[] {
  let walkers = tables.map((table): Walker => ({ table, steps: [] }))
  let at: Instant = instantOf(Date.UTC(2026, 2, 2, 8))
  return moves.map(({ hours, table, answer }, index) => {
    at = addHours(at, hours)
    const now: Now = { day: dayIn('UTC', at), instant: at, zone: 'UTC' }
    const asksOf = () => walkers.map((one) => askOf(one.table, now, one.steps, pace))
    const chosen = walkers[table % walkers.length]!
    const next = nextOf(chosen.steps, chosen.table, asksOf(), { today: now, pace })
    const kind = answer && unanswered(chosen, '2026-01-01') > 0 ? 'replied-no' : doneBy[next.what]
    if (kind !== undefined) {
      const fact = { id: id('step', String(index).padStart(3, '0')), words: null, zone: 'UTC' }
      const taken = { ...fact, conversation: chosen.table.conversation, at, day: now.day, kind }
      const steps = [...chosen.steps, taken]
      walkers = walkers.map((one) => (one === chosen ? { ...one, steps } : one))
    }
    return { now, walkers, asks: asksOf() }
  })
}

/** Letters since that day without an answer, counted without the fold. */
function unanswered({ steps }: Walker, from: Day): number {
  const last = steps.findLastIndex(({ kind }) => kind === 'replied-no')
  return steps
    .slice(last + 1)
    .filter(({ kind, day }) => (kind === 'sent' || kind === 'nudged') && day > from).length
}

test('who does what comes next never writes a third time into silence, whatever conversations there are', () => {
  const move = fc.record({
    hours: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 700 })),
    table: fc.nat(),
    answer: fc.constantFrom(false, false, false, true),
  })
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 })
  const moves = fc.array(move, { minLength: 10, maxLength: 40 })
  let [letters, nudges] = [0, 0]
  fc.assert(
    fc.property(moves, days, (own, free) => {
      const holidays = free.map((one) => addDays('2026-03-02', one))
      for (const { now, walkers, asks } of walked(own, { ...ownPace, holidays })) {
        const season = addDays(now.day, -90)
        const toRuth = walkers.filter(({ table }) => table.people.includes(ruth))
        const silent = toRuth.reduce((sum, one) => sum + unanswered(one, season), 0)
        expect(silent).toBeLessThanOrEqual(2)
        const out = asks.filter(({ state }) => awaitsAnswer(state))
        expect(out.filter(({ people }) => people.includes(ruth)).length).toBeLessThanOrEqual(1)
        expect(out.filter(({ houses }) => houses.has('archive')).length).toBeLessThanOrEqual(2)
        letters = Math.max(letters, out.length)
        nudges = Math.max(nudges, silent)
      }
    }),
    { numRuns: 100, seed: 20260302 },
  )
  // The walks came to where the limits are.
  expect([letters, nudges]).toEqual([3, 2])
})

test('at a table of several, the one who is silent is named', () => {
  const mine = { ...tableOf('mine', ruth, new Map()), people: [ruth, ida] }
  const early = nowAt('2026-03-06')
  const waiting = [askOf(tableOf('other', ida), early, [sentOnThursday])]
  expect(nextOf([drafted], mine, waiting, { today: early })).toMatchObject({
    why: { code: 'letter-elsewhere' },
    who: ida,
  })
  const later = nowAt('2026-04-10')
  const nudged = [sentOnThursday, step('nudged', '2026-03-16 10:00')]
  const resting = [askOf(tableOf('other', ida), later, nudged)]
  expect(nextOf([drafted], mine, resting, { today: later })).toMatchObject({
    why: { code: 'rests-elsewhere' },
    who: ida,
  })
})
