import { expect, test } from 'vitest'
import { defaultClocks } from '../../craft/clocks.ts'
import { clockFrom, clocksShown, withClock } from './clocks.ts'

const usual = { after: { thanksHours: 24, debriefHours: 72 } }

test('every clock that is shown is one of the craft', () => {
  for (const [group, names] of Object.entries(clocksShown)) {
    const known = Object.entries(defaultClocks).find(([key]) => key === group)?.[1]
    for (const name of names) expect(Object.keys(known)).toContain(name)
  }
})

test('a clock set anew stands beside those set before', () => {
  const own = { after: { debriefHours: 48 } }
  expect(withClock(own, usual, { group: 'after', name: 'thanksHours', value: 48 })).toEqual({
    after: { debriefHours: 48, thanksHours: 48 },
  })
})

test('a clock set to what is usual is no longer one’s own', () => {
  const own = { after: { thanksHours: 48 } }
  expect(withClock(own, usual, { group: 'after', name: 'thanksHours', value: 24 })).toEqual({})
})

test.each([
  ['24', 24],
  ['1,5', 1.5],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['soon', null],
])('"%s" is read as %j', (text, value) => {
  expect(clockFrom(text)).toBe(value)
})
