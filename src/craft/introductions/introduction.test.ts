import { expect, test } from 'vitest'
import type { Day } from '../../kit/days.ts'
import { defaultClocks } from '../clocks.ts'
import type { IntroductionLife, IntroductionStep, Party, Shape } from './introduction.ts'
import { mayStep } from './may-step.ts'
import { nextOf } from './next.ts'
import { standingOf } from './standing.ts'
import { connectorView, isOtherNamed, sideView } from './views.ts'

const clocks = defaultClocks.introduction

function life(me: Party, shape: Shape, ...steps: readonly IntroductionStep[]): IntroductionLife {
  return { me, shape, steps }
}

const requested: IntroductionStep = { kind: 'requested', on: '2026-03-02' }
const askedTarget: IntroductionStep = { kind: 'asked', side: 'target', on: '2026-03-10' }
const targetYes: IntroductionStep = { kind: 'yes', side: 'target', on: '2026-03-12' }
const made: IntroductionStep = { kind: 'made', on: '2026-03-13' }
const askedRequester: IntroductionStep = { kind: 'asked', side: 'requester', on: '2026-03-08' }

function standing(of: IntroductionLife, day: Day) {
  return standingOf(of, day, clocks)
}

test('whoever asks to be introduced has said yes; the other is asked, and then they are linked', () => {
  const all = [requested, askedTarget, targetYes, made]
  const places = all.map((_, at) => {
    const steps = all.slice(0, at + 1)
    return standing(life('connector', 'asked', ...steps), steps.at(-1)!.on)
  })
  expect(places).toEqual([
    { is: 'weighing', since: '2026-03-02', until: '2026-03-16' },
    { is: 'asking', until: '2026-03-24' },
    { is: 'agreed', since: '2026-03-12' },
    { is: 'made', on: '2026-03-13' },
  ])
})

test('asked on the tenth of March, it is open on the twenty-fourth and closed quietly the day after', () => {
  const asking = life('connector', 'asked', requested, askedTarget)
  expect(standing(asking, '2026-03-24').is).toBe('asking')
  expect(standing(asking, '2026-03-25')).toEqual({ is: 'closed', on: '2026-03-24' })
  expect(mayStep(asking, { ...targetYes, on: '2026-03-24' }, clocks)).toBe(true)
  expect(mayStep(asking, { ...targetYes, on: '2026-03-25' }, clocks)).toBe(false)
})

test('the days are those of the owner', () => {
  const asking = life('connector', 'asked', requested, askedTarget)
  const slower = { ...clocks, askExpiresDays: 30 }
  expect(standingOf(asking, '2026-04-09', slower)).toEqual({ is: 'asking', until: '2026-04-09' })
})

test('a connector may decline without anybody hearing of it', () => {
  const declined = life('connector', 'asked', requested, { kind: 'closed', on: '2026-03-03' })
  expect(standing(declined, '2026-03-04')).toEqual({ is: 'closed', on: '2026-03-03' })
  expect(sideView(declined, 'requester', '2026-03-04', clocks)).toEqual({
    is: 'waiting',
    since: '2026-03-02',
    until: '2026-03-30',
  })
  expect(sideView(declined, 'requester', '2026-03-31', clocks)).toEqual({
    is: 'quiet',
    since: '2026-03-30',
  })
})

test('a yes is taken also where the other side was silent too long, and nobody is linked by it', () => {
  const late = life('connector', 'idea', { ...askedRequester, on: '2026-02-20' }, askedTarget)
  expect(standing(late, '2026-03-12').is).toBe('closed')
  expect(mayStep(late, targetYes, clocks)).toBe(true)
  const agreed = life('connector', 'idea', ...late.steps, targetYes)
  expect(standing(agreed, '2026-03-12').is).toBe('closed')
  expect(mayStep(agreed, made, clocks)).toBe(false)
  expect(sideView(agreed, 'target', '2026-03-12', clocks).is).toBe('waiting')
})

test('of an idea both are asked separately, and the first yes waits for the second', () => {
  const first: IntroductionStep = { kind: 'yes', side: 'requester', on: '2026-03-09' }
  const half = life('connector', 'idea', askedRequester, askedTarget, first)
  expect(connectorView(half, '2026-03-12', clocks)).toEqual({
    standing: { is: 'asking', until: '2026-03-24' },
    sides: {
      requester: { is: 'yes', on: '2026-03-09' },
      target: { is: 'asked', on: '2026-03-10' },
    },
  })
  expect(mayStep(half, made, clocks)).toBe(false)
  const both = life('connector', 'idea', ...half.steps, targetYes)
  expect(mayStep(both, made, clocks)).toBe(true)
})

test('of a request only the target is asked, and nobody before there was a request', () => {
  expect(mayStep(life('connector', 'asked', requested), askedRequester, clocks)).toBe(false)
  expect(mayStep(life('connector', 'asked'), askedTarget, clocks)).toBe(false)
})

test('the target reads who asks only where the requester allows it, and after the link', () => {
  const asked = life('connector', 'asked', requested, askedTarget)
  expect(isOtherNamed(asked, 'target', { named: false })).toBe(false)
  expect(isOtherNamed(asked, 'target', { named: true })).toBe(true)
  expect(isOtherNamed(asked, 'requester', { named: false })).toBe(true)
  const linked = life('connector', 'asked', requested, askedTarget, targetYes, made)
  expect(isOtherNamed(linked, 'target', { named: false })).toBe(true)
})

test('who was linked writes within a day, meets, tells the connector what came of it, and thanks', () => {
  const told: IntroductionStep[] = [
    { kind: 'bcc', on: '2026-03-14' },
    { kind: 'met', on: '2026-03-20' },
    { kind: 'told', on: '2026-03-21' },
    { kind: 'thanked', on: '2026-03-21' },
  ]
  const steps: IntroductionStep[] = [requested, made]
  const then = [null, ...told].map((step) => {
    if (step) steps.push(step)
    const { what, by } = nextOf(life('requester', 'asked', ...steps), '2026-03-21', clocks)
    return [what, by]
  })
  expect(then).toEqual([
    ['first-reply', '2026-03-14'],
    ['wait', '2026-04-03'],
    ['tell-connector', '2026-04-10'],
    ['thank-connector', '2026-03-22'],
    ['nothing', null],
  ])
})

test('a connector who hears nothing may ask once how it went, after three weeks', () => {
  const linked = life('connector', 'asked', requested, askedTarget, targetYes, made)
  expect(nextOf(linked, '2026-04-02', clocks).what).toBe('wait')
  expect(nextOf(linked, '2026-04-03', clocks).what).toBe('ask-after')
  const rested = life('connector', 'asked', ...linked.steps, { kind: 'closed', on: '2026-04-04' })
  expect(nextOf(rested, '2026-04-04', clocks).what).toBe('nothing')
})

test('a side that is asked may say yes until the fourteenth day, then it closes', () => {
  const asked = life('target', 'idea', askedTarget)
  expect(nextOf(asked, '2026-03-24', clocks)).toMatchObject({ what: 'agree', by: '2026-03-24' })
  expect(nextOf(asked, '2026-03-25', clocks).what).toBe('nothing')
})

test('a step that fits nowhere changes nothing', () => {
  const odd = life('connector', 'asked', made, targetYes, requested)
  expect(standing(odd, '2026-03-02').is).toBe('weighing')
})
