import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import { newPerson } from '../people/edit.ts'
import { nameOf, type Person } from '../people/person.ts'
import { isHeld, type Saying, stillNamed, withoutImport } from './take-out.ts'

const march: Source = { by: 'import', id: 'march', on: '2026-03-03' }
const june: Source = { by: 'import', id: 'june', on: '2026-06-06' }
const hand: Source = { by: 'hand', on: '2026-04-04' }

function mail(value: string, ...sources: Source[]): Person['channels'][number] {
  return { kind: 'mail', value, label: null, preferred: false, sources }
}

function person(change: Partial<Person>): Person {
  return { ...newPerson(id('person', 'ana')), ...change }
}

function saying(one: string, more: Partial<Saying> = {}): Saying {
  return { id: one, format: 'vcard', keys: [`content:${one}`, 'uid:ana'], ...more }
}

function without(before: Person, own: Saying[], others: Saying[] = []) {
  const out = { import: id('import', 'june'), own, others, takenOut: new Set<string>() }
  return withoutImport(before, out)
}

test('a value goes when nothing else says it, and loses a source otherwise', () => {
  const before = person({
    channels: [
      mail('only@a.example', june),
      mail('both@a.example', march, june),
      mail('hand@a.example', hand),
    ],
  })
  expect(without(before, [saying('2')]).person.channels).toEqual([
    mail('both@a.example', march),
    mail('hand@a.example', hand),
  ])
})

test('what the record had said before stands again', () => {
  const gone = { channels: [mail('old@a.example', march)] }
  const { person: after } = without(person({ channels: [mail('new@a.example', june)] }), [
    saying('2', { gone }),
  ])
  expect(after.channels).toEqual([mail('old@a.example', march)])
})

test('what a still later coming left out too stands again only when that one is taken out', () => {
  const gone = { channels: [mail('old@a.example', march)] }
  const later = saying('3', { gone: { labels: [{ word: 'x', sources: [march] }] } })
  const { person: after, heirs } = without(
    person({}),
    [saying('2', { gone })],
    [saying('1'), later],
  )
  expect(after.channels).toEqual([])
  expect(heirs).toEqual(
    new Map([
      [
        '3',
        { labels: [{ word: 'x', sources: [march] }], channels: [mail('old@a.example', march)] },
      ],
    ]),
  )
})

test('words go as they came; those written around them by hand stay', () => {
  const own = [saying('2', { words: 'Plays chess' })]
  const left = (words: string, others: Saying[] = []) =>
    without(person({ words }), own, others).person.words
  expect(left('Plays chess')).toBe('')
  expect(left('Mine\n\nPlays chess\n\nMore')).toBe('Mine\n\nMore')
  expect(left('Plays chess badly')).toBe('Plays chess badly')
  expect(left('Plays chess', [saying('1', { words: 'Plays chess' })])).toBe('Plays chess')
})

test('how they met goes if it was said by this import alone and not changed since', () => {
  const met = { day: null, place: 'Cork', through: null, words: null }
  const own = [saying('2', { meeting: met })]
  expect(isHeld(without(person({ meeting: met }), own).person)).toBe(false)
  const other = { ...met, place: 'Bilbao' }
  expect(without(person({ meeting: other }), own).person.meeting).toEqual(other)
  const others = [saying('1', { meeting: other })]
  expect(without(person({ meeting: met }), own, others).person.meeting).toEqual(other)
})

test('whoever stays keeps a name', () => {
  const before = person({ names: [{ part: 'full', text: 'Ana', sources: [june] }] })
  expect(nameOf(stillNamed(without(before, [saying('2')]).person, before))).toBe('Ana')
})
