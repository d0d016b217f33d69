import { expect, test } from 'vitest'
import { closingMinute, talkClock } from './talk-clock.ts'

const began = '2026-03-12T15:00:00.000Z'
const at = (clock: string) => Date.parse(`2026-03-12T${clock}Z`)

test('twelve minutes into twenty it is not yet time to close', () => {
  expect(talkClock(began, 20, at('15:12:30'))).toMatchObject({
    minute: 12,
    closeAt: 15,
    closePart: 0.75,
    isTimeToClose: false,
    isOver: false,
  })
})

test('at minute fifteen of twenty it is time to close', () => {
  expect(talkClock(began, 20, at('15:15:00')).isTimeToClose).toBe(true)
  expect(talkClock(began, 20, at('15:14:59')).isTimeToClose).toBe(false)
})

test('beyond its minutes the stripe is full and the count goes on', () => {
  expect(talkClock(began, 20, at('15:25:00'))).toMatchObject({ minute: 25, part: 1, isOver: true })
})

test('a clock that is behind the server begins at nothing', () => {
  expect(talkClock(began, 20, at('14:59:50'))).toMatchObject({ minute: 0, part: 0 })
})

test('one that was never finished is told by when it began, not by its minutes', () => {
  expect(talkClock(began, 20, at('18:59:59')).isLeft).toBe(false)
  expect(talkClock(began, 20, at('19:00:00')).isLeft).toBe(true)
  expect(talkClock(began, 180, at('20:59:59')).isLeft).toBe(false)
})

test('a short talk closes in its last quarter', () => {
  expect(closingMinute(8)).toBe(6)
  expect(closingMinute(15)).toBe(10)
  expect(closingMinute(45)).toBe(40)
})
