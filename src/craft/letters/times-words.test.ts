import { expect, test } from 'vitest'
import { placeInWords, timeInWords } from './times-words.ts'

const theirs = { day: '2026-04-14', clock: '10:00', zone: 'Europe/Lisbon' } as const
const mine = { day: '2026-04-14', clock: '11:00', zone: 'Europe/Madrid' } as const

test.each([
  ['en', 'Tuesday 14 April, 10:00 in Lisbon (11:00 for me)'],
  ['es', 'martes 14 de abril, 10:00 en Lisbon (11:00 para mí)'],
  ['fr', 'mardi 14 avril, 10:00 à Lisbon (11:00 pour moi)'],
  ['de', 'Dienstag 14. April, 10:00 in Lisbon (11:00 bei mir)'],
  ['pt', 'terça-feira 14 de abril, 10:00 em Lisbon (11:00 para mim)'],
] as const)('a time is said to both in %s', (language, said) => {
  expect(timeInWords({ theirs, mine }, language)).toBe(said)
})

test('the other clock is said only where it shows something else, with its day where that is another', () => {
  expect(timeInWords({ theirs, mine: { ...theirs, zone: 'Europe/London' } }, 'en')).toBe(
    'Tuesday 14 April, 10:00 in Lisbon',
  )
  const before = { day: '2026-04-13', clock: '23:00', zone: 'Pacific/Honolulu' } as const
  expect(timeInWords({ theirs, mine: before }, 'en')).toBe(
    'Tuesday 14 April, 10:00 in Lisbon (Monday 13 April, 23:00 for me)',
  )
  expect(placeInWords('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
})
