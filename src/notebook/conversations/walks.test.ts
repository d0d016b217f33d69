import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addBusinessDays } from '../../craft/business-days.ts'
import { addDays, addHours, dayIn, instantOf, type Day, type Instant } from '../../kit/days.ts'
import { id } from '../../kit/ids.ts'
import {
  stepKinds,
  type Conversation,
  type Life,
  type Step,
  type StepKind,
} from './conversation.ts'
import { conversationWithRuth, ownPace } from './invented.ts'
import { stateOf, stepsOutOfPlace, type Pace } from './life.ts'
import { hasCome, type Now } from './moment.ts'
import { nextStep } from './next-step.ts'
import { checkStep, maySteps } from './possible-steps.ts'

const zone = 'Europe/Madrid'
const begin = instantOf(Date.UTC(2026, 2, 2, 8))

function nowOf(instant: Instant): Now {
  return { day: dayIn(zone, instant), instant, zone }
}

function stepOf(kind: StepKind, at: Instant, index: number): Step {
  const fact = {
    id: id('step', String(index).padStart(3, '0')),
    conversation: conversationWithRuth.id,
    at,
    zone,
    day: dayIn(zone, at),
    words: null,
  }
  if (kind !== 'scheduled') return { ...fact, kind }
  return { ...fact, kind, start: { day: dayIn(zone, addHours(at, 72)), clock: '16:00', zone } }
}

function conversationOf(own: Partial<Conversation>): Conversation {
  return { ...conversationWithRuth, ...own }
}

function paceOf(holidays: readonly number[]): Pace {
  return { ...ownPace, holidays: holidays.map((day) => dayIn('UTC', addHours(begin, day * 24))) }
}

const conversation = fc
  .record({
    setting: fc.constantFrom('planned' as const, 'chance' as const),
    link: fc.constantFrom(null, 'Samir'),
    start: fc.constantFrom(null, { day: '2026-03-04' as const, clock: '10:00', zone }),
  })
  .map((own) => conversationOf(own))

const pace = fc
  .uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 12 })
  .map((days): Pace => paceOf(days))

/**
 * Hours to wait, then a step: any of the possible ones, or a letter if one may go, so that walks come
 * to the places where letters are refused.
 */
const walk = fc.array(
  fc.record({
    hours: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 24, max: 2400 })),
    pick: fc.nat(),
    mind: fc.constantFrom('any' as const, 'letters' as const),
  }),
  { maxLength: 25 },
)

interface Move {
  readonly hours: number
  readonly pick: number
  readonly mind: 'any' | 'letters'
}

function chosen({ mind, pick }: Move, possible: readonly StepKind[]): StepKind | undefined {
  if (mind === 'any') return possible[pick % Math.max(1, possible.length)]
  return (['reopened', 'nudged', 'sent'] as const).find((kind) => possible.includes(kind))
}

interface Stop {
  readonly life: Life
  readonly now: Now
}

function walked(start: Conversation, moves: readonly Move[], own: Pace): Stop[] {
  const stops: Stop[] = []
  let life: Life = { conversation: start, steps: [] }
  let at = begin
  for (const move of moves) {
    at = addHours(at, move.hours)
    const now = nowOf(at)
    const kind = chosen(move, maySteps(stateOf(life, now, own)))
    if (kind) {
      const taken = stepOf(kind, at, life.steps.length)
      checkStep(life, taken, now, own)
      life = { conversation: start, steps: life.steps.concat(taken) }
    }
    stops.push({ life, now })
  }
  return stops
}

const walks = fc.tuple(conversation, walk, pace)

const answers: ReadonlySet<StepKind> = new Set<StepKind>([
  'replied-yes',
  'replied-no',
  'replied-later',
  'scheduled',
  'started',
  'held',
  'reopened',
])

/** The days of the letters that wait for an answer, counted without the fold. */
function lettersAfter(letters: readonly Day[], { kind, day }: Step): readonly Day[] {
  if (answers.has(kind)) return []
  return kind === 'sent' || kind === 'nudged' ? [...letters, day] : letters
}

test('no walk leads to a third unanswered letter, to an early nudge, or to a new letter without ninety days of rest', () => {
  fc.assert(
    fc.property(walks, ([start, moves, own]) => {
      let letters: readonly Day[] = []
      for (const taken of walked(start, moves, own).at(-1)?.life.steps ?? []) {
        const last = letters.at(-1) ?? null
        const mayNudge = last && addBusinessDays(last, 7, own.holidays)
        expect(taken.kind !== 'nudged' || (mayNudge && mayNudge <= taken.day)).toBe(true)
        const mayReopen = last ? addDays(last, 90) : taken.day
        expect(taken.kind !== 'reopened' || mayReopen <= taken.day).toBe(true)
        letters = lettersAfter(letters, taken)
        expect(letters.length).toBeLessThanOrEqual(2)
      }
    }),
    { numRuns: 300 },
  )
})

test('wherever a walk stops, there is a next step, a day to wait for, or a reason why nothing is due', () => {
  fc.assert(
    fc.property(walks, fc.integer({ min: 0, max: 4000 }), ([start, moves, own], hours) => {
      for (const { life, now } of walked(start, moves, own)) {
        const then = nowOf(addHours(now.instant, hours))
        const state = stateOf(life, then, own)
        const next = nextStep(life.conversation, state, then, own)
        const atRest = ['resting', 'thanked-no', 'kept', 'set-aside'].includes(state.is)
        expect(next.what !== 'wait' || (next.by && !hasCome(next.by, then))).toBe(true)
        expect(next.what !== 'nothing' || atRest).toBe(true)
        expect(atRest || maySteps(state).includes('rested')).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('every possible step counts, and the order in which steps are given changes nothing', () => {
  fc.assert(
    fc.property(walks, fc.infiniteStream(fc.nat()), ([start, moves, own], dice) => {
      const last = walked(start, moves, own).at(-1)
      if (!last) return
      const { life, now } = last
      expect(stepsOutOfPlace(life)).toEqual([])
      const shuffled = life.steps
        .map((taken) => ({ taken, by: dice.next().value ?? 0 }))
        .toSorted((one, other) => one.by - other.by)
        .map(({ taken }) => taken)
      expect(stateOf({ ...life, steps: shuffled }, now, own)).toEqual(stateOf(life, now, own))
    }),
    { numRuns: 200 },
  )
})

test('taking back the last step leads to where it stood before', () => {
  fc.assert(
    fc.property(walks, ([start, moves, own]) => {
      const [before, last] = walked(start, moves, own).slice(-2)
      if (!before || !last || before.life.steps.length === last.life.steps.length) return
      const back = last.life.steps.toReversed().filter((_, index) => index > 0)
      expect(stateOf({ ...last.life, steps: back }, before.now, own)).toEqual(
        stateOf(before.life, before.now, own),
      )
    }),
    { numRuns: 200 },
  )
})

test('any steps at all, in any order, fold to some place with some next step', () => {
  const anything = fc.array(
    fc.record({ kind: fc.constantFrom(...stepKinds), hours: fc.integer({ min: 0, max: 3000 }) }),
    { maxLength: 15 },
  )
  fc.assert(
    fc.property(conversation, anything, pace, (start, facts, own) => {
      const steps = facts.map(({ kind, hours }, index) =>
        stepOf(kind, addHours(begin, hours), index),
      )
      const now = nowOf(addHours(begin, 3000))
      const state = stateOf({ conversation: start, steps }, now, own)
      expect(nextStep(start, state, now, own).why.code).toMatch(/^[a-z-]+$/)
    }),
    { numRuns: 300 },
  )
})
