import { expect, test } from 'vitest'
import { conversationWithRuth, lifeOf, scheduled, step } from '../conversations/invented.ts'
import { agreedOn } from './agreed-on.ts'

const first = scheduled('2026-03-06 08:00', '2026-03-11 16:00')
const moved = scheduled('2026-03-08 08:00', '2026-03-13 10:00')

test('before a time is agreed there is nothing to tell a calendar', () => {
  expect(agreedOn(lifeOf(conversationWithRuth))).toBeNull()
})

test('a time that was moved is the same appointment, changed once', () => {
  expect(agreedOn(lifeOf(conversationWithRuth, first))).toMatchObject({
    start: { day: '2026-03-11', clock: '16:00' },
    isOff: false,
    changes: 0,
  })
  expect(agreedOn(lifeOf(conversationWithRuth, first, moved))).toMatchObject({
    start: { day: '2026-03-13', clock: '10:00' },
    changes: 1,
  })
})

test('one that rests is off, at the time that was agreed last', () => {
  const life = lifeOf(conversationWithRuth, first, moved, step('rested', '2026-03-09 10:00'))
  expect(agreedOn(life)).toMatchObject({
    start: { day: '2026-03-13' },
    isOff: true,
    changes: 2,
  })
})

test('a meeting by chance was agreed by nobody', () => {
  const chance = { ...conversationWithRuth, setting: 'chance' } as const
  const start = { day: '2026-03-11', clock: '10:00', zone: 'Europe/Madrid' } as const
  expect(agreedOn(lifeOf({ ...chance, start }))).toBeNull()
})
