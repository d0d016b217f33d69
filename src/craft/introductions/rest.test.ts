import { expect, test } from 'vitest'
import { defaultClocks } from '../clocks.ts'
import type { IntroductionLife, IntroductionStep, Party, Shape } from './introduction.ts'
import { nextOf } from './next.ts'
import { connectorRest, nextAfterRest } from './rest.ts'

const clocks = defaultClocks.introduction

function life(me: Party, shape: Shape, ...steps: readonly IntroductionStep[]): IntroductionLife {
  return { me, shape, steps }
}

const requested: IntroductionStep = { kind: 'requested', on: '2026-03-02' }
const made: IntroductionStep = { kind: 'made', on: '2026-03-13' }
const asked: IntroductionStep = { kind: 'asked', side: 'requester', on: '2026-03-05' }
const yes: IntroductionStep = { kind: 'yes', side: 'requester', on: '2026-03-06' }

test('whoever was asked on the second of March may be asked again on the first of May, sixty days after', () => {
  const lives = [life('requester', 'asked', requested)]
  const rest = { since: '2026-03-02', until: '2026-05-01' }
  expect(connectorRest(lives, '2026-03-02', clocks)).toEqual(rest)
  expect(connectorRest(lives, '2026-04-30', clocks)).toEqual(rest)
  expect(connectorRest(lives, '2026-05-01', clocks)).toBeNull()
  expect(connectorRest(lives, '2026-03-20', { ...clocks, connectorRestDays: 14 })).toBeNull()
})

test.each([
  [
    'asked, and let go of',
    'asked',
    [requested, { kind: 'closed', on: '2026-03-03' }],
    '2026-03-02',
  ],
  ['asked, and brought together', 'asked', [requested, made], '2026-03-13'],
  ['their own idea, and brought together', 'idea', [asked, yes, made], '2026-03-13'],
] as const)('a rest is counted from the last that was done: %s', (_, shape, steps, since) => {
  const earlier = life('requester', 'asked', { kind: 'requested', on: '2026-02-01' })
  const lives = [life('requester', shape, ...steps), earlier]
  expect(connectorRest(lives, '2026-03-20', clocks)?.since).toBe(since)
})

test('nobody rests from an idea that came to nothing, a request not made yet, or what was done for others', () => {
  const lives = [
    life('requester', 'idea', asked, yes),
    life('requester', 'asked'),
    life('target', 'asked', { ...asked, side: 'target' }, { ...yes, side: 'target' }, made),
    life('connector', 'asked', requested),
  ]
  expect(connectorRest(lives, '2026-03-20', clocks)).toBeNull()
})

test('a request waits while its connector rests; what else comes next does not', () => {
  const rest = { since: '2026-03-02', until: '2026-05-01' } as const
  const planned = nextOf(life('requester', 'asked'), '2026-03-20', clocks)
  expect(nextAfterRest(planned, rest)).toEqual({
    what: 'wait',
    why: { code: 'intro-connector-rests', values: rest },
    by: '2026-05-01',
  })
  expect(nextAfterRest(planned, undefined)).toBe(planned)
  const linked = nextOf(life('requester', 'asked', requested, made), '2026-03-20', clocks)
  expect(nextAfterRest(linked, rest)).toBe(linked)
})
