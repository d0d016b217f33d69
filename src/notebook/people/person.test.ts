import { expect, test } from 'vitest'
import { initialsOf, nameOf } from './person.ts'

const nobody = { names: [], channels: [], roles: [] }

test('somebody with only a mail address is called by it, rather than by nothing', () => {
  const channels = [
    { kind: 'mail' as const, value: 'ana@example.org', label: null, preferred: false, sources: [] },
  ]
  expect(nameOf({ ...nobody, channels })).toBe('ana@example.org')
})

test('initials are of the first and the last name, in any script', () => {
  expect(initialsOf('Ruth van der Adeyemi')).toBe('RA')
  expect(initialsOf('Юрий')).toBe('Ю')
  expect(initialsOf('🙂')).toBe('')
})
