import { expect, test } from 'vitest'
import { waysToReach } from './reach.ts'

const channel = (kind: 'mail' | 'phone', value: string, label: string | null = null) => ({
  kind,
  value,
  label,
  preferred: false,
})

test('a number that two records set differently is read once, with what both say of it', () => {
  const ways = waysToReach([
    channel('phone', '+49 170 2000137', 'mobile'),
    channel('mail', 'Max@Mail.example', 'home'),
    channel('phone', '+49170-2000137', 'work'),
    channel('mail', 'max@mail.example', 'Home'),
  ])
  expect(ways).toEqual([
    { kind: 'phone', value: '+49 170 2000137', labels: ['mobile', 'work'] },
    { kind: 'mail', value: 'Max@Mail.example', labels: ['home'] },
  ])
})

test('what might be another number stays: another country, an extension', () => {
  const numbers = ['+49 170 2000137', '0170 2000137', '+49 170 2000137 x12', '+34 170 2000137']
  expect(waysToReach(numbers.map((value) => channel('phone', value)))).toHaveLength(4)
})
