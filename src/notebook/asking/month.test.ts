import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import {
  conversationWithRuth,
  lifeOf,
  nowAt,
  ownPace,
  scheduled,
  step,
} from '../conversations/invented.ts'
import { type Asking, askingsOf } from './asked.ts'
import { hoursFor, monthHours, monthPlan, ratesFrom } from './month.ts'

const usual = [0.2, 0.4] as const

const asking = (own: Partial<Asking>): Asking => ({
  conversation: conversationWithRuth.id,
  step: id('step', 'one'),
  day: '2026-03-05',
  at: null,
  zone: 'Europe/Madrid',
  answer: null,
  met: false,
  open: false,
  underway: false,
  ...own,
})

const letters = (count: number, own: Partial<Asking>) =>
  Array.from({ length: count }, () => asking(own))

test('six conversations take twenty-five letters by the usual rates, and nine bring an answer', () => {
  const rates = ratesFrom([], usual)
  expect(rates.reply).toBeCloseTo(0.3)
  expect(rates).toMatchObject({ meeting: 0.8, letters: 0 })
  expect(monthPlan(6, { ...rates, reply: 0.3 })).toEqual({
    letters: 25,
    strangers: 13,
    forAnAnswer: 9,
  })
})

test('a month of about ten letters has ten hours; of another size no hours are said', () => {
  expect(Object.values(monthHours).reduce<number>((sum, one) => sum + one, 0)).toBe(10)
  expect([8, 10, 12].map(hoursFor)).toEqual([monthHours, monthHours, monthHours])
  expect([1, 7, 13, 25, null].map(hoursFor)).toEqual([null, null, null, null, null])
})

test('ten letters of the usual rates are two to four answers', () => {
  expect([10 * usual[0], 10 * usual[1]]).toEqual([2, 4])
})

test('after ten letters one’s own rates count, and what still waits counts for nothing', () => {
  const nine = [...letters(4, { answer: 'yes', met: true }), ...letters(5, {})]
  expect(ratesFrom([...nine, ...letters(5, { open: true })], usual).letters).toBe(0)
  expect(ratesFrom([...nine, ...letters(1, { answer: 'no' })], usual)).toEqual({
    reply: 0.5,
    meeting: 0.8,
    letters: 10,
    answers: 5,
  })
})

test('where nobody answers or nobody meets, no number is made up', () => {
  const silent = ratesFrom(letters(12, {}), usual)
  expect(silent).toEqual({ reply: 0, meeting: 0.8, letters: 12, answers: 0 })
  expect(monthPlan(2, silent)).toEqual({ letters: null, strangers: 0, forAnAnswer: null })
  const never = ratesFrom(letters(12, { answer: 'no' }), usual)
  expect(monthPlan(2, never)).toEqual({ letters: null, strangers: 0, forAnAnswer: 1 })
})

test('a letter is told by what became of it; one after a rest is a letter of its own', () => {
  const steps = [
    step('sent', '2026-03-05 10:00'),
    step('nudged', '2026-03-16 10:00'),
    step('reopened', '2026-06-30 10:00'),
    step('sent', '2026-07-01'),
    scheduled('2026-07-03 10:00', '2026-07-08 16:00'),
    step('held', '2026-07-08 16:30'),
  ]
  const now = nowAt('2026-07-09')
  expect(askingsOf(lifeOf(conversationWithRuth, ...steps), now, ownPace)).toMatchObject([
    { day: '2026-03-05', answer: null, met: false, open: false, at: '2026-03-05T09:00:00.000Z' },
    { day: '2026-07-01', answer: 'yes', met: true, open: false, at: null },
  ])
  const agreed = lifeOf(conversationWithRuth, ...steps.slice(0, 5))
  expect(askingsOf(agreed, nowAt('2026-07-04'), ownPace)[1]).toMatchObject({ underway: true })
  const early = lifeOf(conversationWithRuth, ...steps.slice(0, 1))
  expect(askingsOf(early, nowAt('2026-03-06'), ownPace)).toMatchObject([{ open: true }])
})
