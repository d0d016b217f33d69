import { beforeAll, expect, test } from 'vitest'
import type { Day } from '../../kit/days.ts'
import { bringWords, t } from '../words/words.ts'
import { elsewhereInWords } from './elsewhere-words.ts'

beforeAll(bringWords)

const today: Day = '2026-03-12'
const wall = { zone: 'Europe/Madrid', locale: 'en-GB', today }
const last = { day: '2026-03-03', channel: 'mail', direction: 'in', subject: null } as const

test('contact elsewhere says who wrote, when, and what about where that was kept', () => {
  expect(elsewhereInWords(t, last, wall)).toBe('They last wrote on 3 March.')
  expect(elsewhereInWords(t, { ...last, direction: 'out', subject: 'The chapter' }, wall)).toBe(
    'You last wrote on 3 March: The chapter',
  )
  expect(elsewhereInWords(t, { ...last, channel: 'met', direction: 'both' }, wall)).toBe(
    'You last met elsewhere on 3 March.',
  )
})
