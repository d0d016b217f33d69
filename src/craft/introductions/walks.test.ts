import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../kit/days.ts'
import { defaultClocks } from '../clocks.ts'
import { courseOf } from './course.ts'
import {
  answered,
  type IntroductionLife,
  type IntroductionStep,
  introductionStepKinds,
  otherSide,
  type Party,
  parties,
  type Shape,
  type Side,
  sides,
} from './introduction.ts'
import { mayStep } from './may-step.ts'
import { nextOf } from './next.ts'
import { standingOf } from './standing.ts'
import { connectorView, isOtherNamed, sideView } from './views.ts'

const clocks = defaultClocks.introduction
const begin: Day = '2026-03-02'
const lastDay = 120

/** Something that somebody does on a day, also what no step is kept of. */
interface Deed {
  readonly after: number
  readonly does: IntroductionStep['kind'] | 'no'
  readonly side: Side
}

/** A deed as it came about on its day. */
interface Done {
  readonly on: Day
  readonly deed: Deed
  readonly steps: readonly IntroductionStep[]
}

const deed = fc.record({
  after: fc.oneof({ weight: 4, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(20) }),
  does: fc.constantFrom(
    ...introductionStepKinds,
    'asked' as const,
    'yes' as const,
    'yes' as const,
    'no' as const,
    'no' as const,
  ),
  side: fc.constantFrom(...sides),
})
const frame = fc.record({ shape: fc.constantFrom<Shape>('asked', 'idea') })
const deeds = fc.array(deed, { maxLength: 14 })

function stepOf({ does, side }: Deed, on: Day): IntroductionStep | null {
  if (does === 'no') return null
  return does === 'asked' || does === 'yes' ? { kind: does, side, on } : { kind: does, on }
}

/** What came about of these: deeds that the machine lets happen, each on its day. */
function walk(shape: Shape, me: Party, wanted: readonly Deed[]): readonly Done[] {
  const done: Done[] = []
  let on = begin
  let steps: readonly IntroductionStep[] = shape === 'asked' ? [{ kind: 'requested', on }] : []
  for (const one of wanted) {
    on = addDays(on, one.after)
    const step = stepOf(one, on)
    if (step !== null && !mayStep({ shape, me, steps }, step, clocks)) continue
    steps =
      one.does === 'yes' || one.does === 'no'
        ? answered(steps, { side: one.side, answer: one.does, on })
        : [...steps, ...(step ? [step] : [])]
    done.push({ on, deed: one, steps })
  }
  return done
}

/** The introduction as it stood on a day. */
function onDay(shape: Shape, me: Party, done: readonly Done[], day: Day): IntroductionLife {
  const first: readonly IntroductionStep[] =
    shape === 'asked' ? [{ kind: 'requested', on: begin }] : []
  return { shape, me, steps: done.findLast(({ on }) => on <= day)?.steps ?? first }
}

const days = Array.from({ length: lastDay }, (_, count) => addDays(begin, count))

/** All that the sides see on a day, and what anybody may do next: wording, order and days, as one text. */
function seen(life: IntroductionLife, day: Day): string {
  return JSON.stringify([
    connectorView(life, day, clocks),
    sides.map((side) => [
      sideView(life, side, day, clocks),
      isOtherNamed(life, side, { named: false }),
    ]),
    nextOf(life, day, clocks),
    introductionStepKinds.flatMap((does) =>
      sides.map((side) => {
        const step = stepOf({ after: 0, does, side }, day)
        return step !== null && mayStep(life, step, clocks)
      }),
    ),
  ])
}

const few = { numRuns: 150 }

test('nobody is linked before both have said yes', () => {
  fc.assert(
    fc.property(frame, deeds, ({ shape }, wanted) => {
      for (const { steps } of walk(shape, 'connector', wanted)) {
        const made = steps.findIndex(({ kind }) => kind === 'made')
        if (made === -1) continue
        const yeses = new Set(
          steps.slice(0, made).flatMap((step) => (step.kind === 'yes' ? [step.side] : [])),
        )
        if (shape === 'asked') yeses.add('requester')
        expect(yeses.size).toBe(2)
      }
    }),
    few,
  )
})

test('a private no and silence look the same to everybody on every day', () => {
  fc.assert(
    fc.property(frame, fc.constantFrom(...parties), deeds, ({ shape }, me, wanted) => {
      const withNo = walk(shape, me, wanted)
      let skipped = 0
      const silent = wanted.flatMap((one) => {
        skipped += one.after
        if (one.does === 'no') return []
        const after = skipped
        skipped = 0
        return [{ ...one, after }]
      })
      const without = walk(shape, me, silent)
      for (const day of days) {
        expect(seen(onDay(shape, me, withNo, day), day)).toBe(
          seen(onDay(shape, me, without, day), day),
        )
      }
    }),
    { numRuns: 60 },
  )
})

test('until they are linked, a side sees the same whatever the connector and the other side do', () => {
  fc.assert(
    fc.property(frame, fc.constantFrom(...sides), deeds, ({ shape }, side, wanted) => {
      const done = walk(shape, 'connector', wanted)
      for (const day of days) {
        const life = onDay(shape, 'connector', done, day)
        if (courseOf(life).made !== null) break
        const own = life.steps.filter(
          (step) => step.kind === 'requested' || ('side' in step && step.side === side),
        )
        const shown = [life, { ...life, steps: own }].map((one) =>
          JSON.stringify([
            sideView(one, side, day, clocks),
            isOtherNamed(one, side, { named: false }),
            mayStep(one, { kind: 'yes', side, on: day }, clocks),
          ]),
        )
        expect(shown[0]).toBe(shown[1])
      }
    }),
    few,
  )
})

test('a side that waits is never told to rest while the other may still answer', () => {
  fc.assert(
    fc.property(frame, fc.constantFrom(...sides), deeds, ({ shape }, side, wanted) => {
      const done = walk(shape, 'connector', wanted)
      for (const day of days) {
        const life = onDay(shape, 'connector', done, day)
        const open = ['weighing', 'asking'].includes(standingOf(life, day, clocks).is)
        if (open) expect(sideView(life, side, day, clocks).is).not.toBe('quiet')
      }
    }),
    few,
  )
})

test('in an idea neither side reads the name of the other before they are linked', () => {
  fc.assert(
    fc.property(deeds, (wanted) => {
      for (const { steps } of walk('idea', 'connector', wanted)) {
        const life: IntroductionLife = { shape: 'idea', me: 'connector', steps }
        const isLinked = steps.some(({ kind }) => kind === 'made')
        const named = sides.some((side) => isOtherNamed(life, otherSide(side), { named: true }))
        expect(named).toBe(isLinked)
      }
    }),
    few,
  )
})

test('wherever it stands, there is something to do, a day to wait for, or a reason why nothing is due', () => {
  fc.assert(
    fc.property(frame, fc.constantFrom(...parties), deeds, ({ shape }, me, wanted) => {
      const done = walk(shape, me, wanted)
      for (const day of days) {
        const { what, by } = nextOf(onDay(shape, me, done, day), day, clocks)
        if (what === 'wait') expect(by !== null && by >= day).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})
