import { expect, test } from 'vitest'
import { Problem } from '../../kit/problem.ts'
import type { Step } from './conversation.ts'
import {
  conversationWithRuth,
  lifeOf,
  nowAt,
  ownPace,
  scheduled,
  step,
  type When,
} from './invented.ts'
import { stateOf } from './life.ts'
import { checkStep, maySteps } from './possible-steps.ts'

function possibleOn(when: When, ...steps: readonly Step[]) {
  return maySteps(stateOf(lifeOf(conversationWithRuth, ...steps), nowAt(when), ownPace))
}

function checking(taken: Step, when: When, ...steps: readonly Step[]) {
  return () => checkStep(lifeOf(conversationWithRuth, ...steps), taken, nowAt(when), ownPace)
}

const sent = step('sent', '2026-03-05 10:00')
const nudged = step('nudged', '2026-03-16 10:00')

test('a nudge is refused before its day, with the day it may go', () => {
  const early = step('nudged', '2026-03-13 10:00')
  expect(checking(early, '2026-03-13 10:00', sent)).toThrow(
    expect.objectContaining({
      code: 'step.not-now',
      message: expect.stringContaining(
        'The letter went on Thursday 5 March. One nudge may go from Monday 16 March. What fits now: write to a second person,',
      ),
    }),
  )
  expect(checking(nudged, '2026-03-16 10:00', sent)).not.toThrow()
})

test('a third letter is refused, while it waits and while it rests', () => {
  for (const when of ['2026-03-20 10:00', '2026-04-20 10:00'] as const) {
    for (const kind of ['sent', 'nudged', 'drafted', 'reopened'] as const) {
      expect(checking(step(kind, when), when, sent, nudged)).toThrow(Problem)
    }
    expect(possibleOn(when, sent, nudged)).toContain('replied-yes')
  }
})

test('after ninety days of rest a new reason may begin anew', () => {
  expect(possibleOn('2026-06-22', sent, nudged)).not.toContain('reopened')
  expect(possibleOn('2026-06-23', sent, nudged)).toContain('reopened')
})

test('what rests without an unanswered letter may be taken up any day', () => {
  expect(possibleOn('2026-03-06', step('rested', '2026-03-05 10:00'))).toContain('reopened')
})

test('a letter is not drafted before something links you, though one already sent can be noted', () => {
  const unlinked = lifeOf({ ...conversationWithRuth, link: null })
  const possible = maySteps(stateOf(unlinked, nowAt('2026-03-05'), ownPace))
  expect(possible).not.toContain('drafted')
  expect(possible).toContain('researched')
  expect(possible).toContain('sent')
})

test('what has not come yet is not written down', () => {
  expect(checking(step('held', '2026-03-12 16:00'), '2026-03-11 16:00')).toThrow('has not come yet')
})

test('a step of a past day is judged by that day, not by today', () => {
  const yes = step('replied-yes', '2026-03-10 12:00')
  expect(checking(step('sent', '2026-03-05'), '2026-03-12', yes)).not.toThrow()
  expect(checking(step('thanked', '2026-03-05'), '2026-03-12', yes)).toThrow(Problem)
})

test('a step that would put a later one out of place is refused, and names it', () => {
  const time = scheduled('2026-03-09 09:00', '2026-03-12 16:00')
  const confirmed = step('confirmed', '2026-03-11 09:00')
  expect(checking(step('replied-no', '2026-03-10'), '2026-03-12', time, confirmed)).toThrow(
    'On Wednesday 11 March stands: confirm the time.',
  )
})

test('nothing fits twice that can only happen once', () => {
  const held = step('held', '2026-03-12 16:20')
  const captured = step('captured', '2026-03-12 17:00')
  const thanked = step('thanked', '2026-03-12 18:00')
  const possible = possibleOn('2026-03-13', held, captured, thanked)
  expect(possible).toEqual(['debriefed', 'updated', 'rested', 'kept'])
})
