import { expect, test } from 'vitest'
import { mayFollow } from '../../notebook/conversations/course.ts'
import { foldOf } from '../../notebook/conversations/course.ts'
import {
  conversationWithRuth,
  lifeOf,
  nowAt,
  ownPace,
  scheduled,
  step,
} from '../../notebook/conversations/invented.ts'
import { stateOf } from '../../notebook/conversations/life.ts'
import { nextStep } from '../../notebook/conversations/next-step.ts'
import { doingOf } from './acts.ts'

const chance = { ...conversationWithRuth, setting: 'chance' } as const
const lives = {
  nudge: lifeOf(conversationWithRuth, step('sent', '2026-03-03 10:00')),
  widen: lifeOf(conversationWithRuth, step('sent', '2026-03-09 10:00')),
  settle: lifeOf(conversationWithRuth, scheduled('2026-03-06 08:00', '2026-03-11 16:00')),
  'follow-up': lifeOf(chance, step('captured', '2026-03-11 16:00')),
  'thank-no': lifeOf(
    conversationWithRuth,
    step('sent', '2026-03-03 10:00'),
    step('replied-no', '2026-03-05 10:00'),
  ),
  thank: lifeOf(
    conversationWithRuth,
    step('held', '2026-03-11 17:30'),
    step('captured', '2026-03-11 18:00'),
  ),
  send: lifeOf(conversationWithRuth, step('drafted', '2026-03-11 17:30')),
}

test.each(Object.entries(lives))('what today offers for "%s" may be written down', (what, life) => {
  const now = nowAt('2026-03-12 09:00')
  expect(nextStep(life.conversation, stateOf(life, now, ownPace), now, ownPace).what).toBe(what)
  const doing = doingOf(what)
  const { stage } = foldOf(life).course
  if (doing?.act.does === 'step') expect(mayFollow(doing.act.step, stage)).toBe(true)
  if (doing?.rests) expect(mayFollow('rested', stage)).toBe(true)
})

test('what only a newer server knows is shown, and offers nothing', () => {
  expect(doingOf('juggle')).toBeNull()
})
