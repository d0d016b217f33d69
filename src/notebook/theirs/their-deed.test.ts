import { expect, test } from 'vitest'
import { deedIn } from './their-deed.ts'

const form = (query: string) => deedIn(new URLSearchParams(query))

test('a form says what it does', () => {
  expect(form('do=choose&time=2026-04-14+10:00+Europe/Lisbon')).toEqual({
    is: 'chosen',
    time: { day: '2026-04-14', clock: '10:00' },
    zone: 'Europe/Lisbon',
  })
  expect(
    form('do=propose&zone=Asia/Tokyo&when=2026-04-14T10:00&when=2026-04-14T10:00&when='),
  ).toEqual({
    is: 'proposed',
    times: [{ day: '2026-04-14', clock: '10:00', zone: 'Asia/Tokyo' }],
    words: null,
  })
  expect(form('do=decline&words=+Not+this%0D%0Ayear+')).toEqual({
    is: 'declined',
    words: 'Not this\nyear',
  })
  expect(form('do=name&naming=role')).toEqual({ is: 'named', naming: 'role' })
  expect(form('do=forget&sure=yes')).toEqual({ is: 'forget' })
})

test.each([
  '',
  'do=',
  'do=__proto__',
  'do=choose',
  'do=choose&time=2026-02-30+10:00+Europe/Lisbon',
  'do=choose&time=2026-04-14+24:00+Europe/Lisbon',
  'do=choose&time=2026-04-14+10:00+Nowhere/At_All',
  `do=choose&time=${'9'.repeat(5000)}`,
  'do=propose&zone=Asia/Tokyo&when=tomorrow',
  'do=propose&zone=nowhere&when=2026-04-14T10:00',
  'do=name&naming=not-asked',
  'do=name&naming=everybody',
  'do=forget',
])('"%s" is no form of the page', (query) => {
  expect(form(query)).toBeNull()
})

test('words have an end, and no signs that steer', () => {
  const deed = form(
    `do=decline&words=${encodeURIComponent(`\u0000\u001b[31m${'long '.repeat(999)}`)}`,
  )
  expect(deed).toMatchObject({ is: 'declined' })
  const { words = '' } = { ...deed } as { words?: string }
  expect(words.length).toBeLessThanOrEqual(1000)
  expect(words).not.toMatch(/[^\P{Cc}\n]/u)
})
