import { expect, test } from 'vitest'
import { clocksWith, defaultClocks } from './clocks.ts'

test('what an owner changes is changed, and everything else stays as it comes', () => {
  const clocks = clocksWith({ outreach: { nudgeAfter: 10 } })
  expect(clocks.outreach.nudgeAfter).toBe(10)
  expect(clocks.outreach.widenAfter).toBe(3)
  expect(clocks.after).toEqual(defaultClocks.after)
})

test('the clocks of the method are the ones we begin with', () => {
  const { outreach, meeting, after, cadence } = defaultClocks
  expect([outreach.widenAfter, outreach.nudgeAfter, outreach.restAfterNudge]).toEqual([3, 7, 7])
  expect([outreach.maxUnanswered, outreach.reopenDays, outreach.askMinutes]).toEqual([2, 90, 20])
  expect(meeting.confirmHoursBefore).toEqual([24, 48])
  expect([after.captureHours, after.thanksHours, after.debriefHours]).toEqual([24, 24, 72])
  expect(after.firstUpdateDays).toEqual([14, 30])
  expect(cadence.dormant).toBe(1095)
})
