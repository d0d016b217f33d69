import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import { newPerson } from '../people/edit.ts'
import type { Person } from '../people/person.ts'
import { updated } from './update.ts'

const first: Source = { by: 'import', id: 'first', on: '2026-01-01' }
const second: Source = { by: 'import', id: 'second', on: '2026-02-01' }
const hand: Source = { by: 'hand', on: '2026-01-15' }
const comings = { earlier: new Set([id('import', 'first')]), takenOut: new Set<never>() }

function mail(value: string, ...sources: Source[]): Person['channels'][number] {
  return { kind: 'mail', value, label: null, preferred: false, sources }
}

function person(change: Partial<Person>): Person {
  return { ...newPerson(id('person', 'ana')), ...change }
}

test('what only the old record said goes, what a hand wrote stays', () => {
  const before = person({ channels: [mail('old@a.example', first), mail('own@a.example', hand)] })
  const { person: after } = updated(
    before,
    person({ channels: [mail('new@a.example', second)] }),
    comings,
  )
  expect(after.channels.map(({ value }) => value)).toEqual(['own@a.example', 'new@a.example'])
})

test('what is said again gains the newer source', () => {
  const before = person({ channels: [mail('same@a.example', first, hand)] })
  const { person: after } = updated(
    before,
    person({ channels: [mail('same@a.example', second)] }),
    comings,
  )
  expect(after.channels).toEqual([mail('same@a.example', first, hand, second)])
})

test('what went is told, so that it can stand again', () => {
  const before = person({
    channels: [mail('old@a.example', first), mail('both@a.example', first, hand)],
  })
  const { gone } = updated(before, person({}), comings)
  expect(gone).toEqual({ channels: [mail('old@a.example', first), mail('both@a.example', first)] })
})

test('what an import had said that was taken out goes, and is not told', () => {
  const before = person({ channels: [mail('old@a.example', first)] })
  const out = { earlier: new Set<never>(), takenOut: comings.earlier }
  const after = updated(before, person({ channels: [mail('new@a.example', second)] }), out)
  expect(after.person.channels).toEqual([mail('new@a.example', second)])
  expect(after.gone).toEqual({})
})

test('words written by hand are added to, never replaced', () => {
  const { person: after } = updated(person({ words: 'mine' }), person({ words: 'theirs' }), comings)
  expect(after.words).toBe('mine\n\ntheirs')
})
