import { expect, test } from 'vitest'
import { verbsOf } from './verbs.ts'

const today = '2026-03-12'
const start = { day: today, clock: '16:00', zone: 'Europe/Madrid' } as const

test('while a letter is out, their answer is offered, and the rest is in the menu', () => {
  const { likely, others, mayRest } = verbsOf(
    {
      state: 'sent',
      mayFollow: ['widened', 'replied-yes', 'replied-no', 'scheduled', 'started', 'rested'],
      start: null,
    },
    today,
  )
  expect(likely).toEqual(['replied-yes', 'replied-no'])
  expect(others).toEqual(['widened', 'scheduled'])
  expect(mayRest).toBe(true)
})

test('how it was is asked on the day, and not before', () => {
  const mayFollow = ['scheduled', 'held', 'no-show-theirs'] as const
  const before = verbsOf(
    { state: 'confirmed', mayFollow: [...mayFollow], start: { ...start, day: '2026-03-13' } },
    today,
  )
  expect(before.likely).toEqual(['scheduled'])
  const then = verbsOf({ state: 'confirmed', mayFollow: [...mayFollow], start }, today)
  expect(then.likely).toEqual(['held', 'no-show-theirs', 'scheduled'])
})

test('nothing is offered that cannot be', () => {
  expect(verbsOf({ state: 'nudge-due', mayFollow: [], start: null }, today)).toEqual({
    likely: [],
    others: [],
    mayRest: false,
  })
})
