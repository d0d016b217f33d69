import { expect, test } from 'vitest'
import { changesIn, draftOf } from './edit-draft.ts'
import type { Person } from './shapes.ts'

const person: Person = {
  id: 'p',
  name: 'Tomasz Wilk',
  line: 'Framer',
  names: [
    { part: 'given', text: 'Tomasz' },
    { part: 'family', text: 'Wilk' },
  ],
  roles: [
    {
      title: 'Framer',
      organisation: null,
      organisationId: null,
      department: null,
      from: '2021',
      to: null,
    },
  ],
  channels: [{ kind: 'mail', value: 'tomasz@framing.example', label: 'work', preferred: true }],
  places: [],
  dates: [],
  labels: ['framers'],
  fields: [],
  meeting: { day: null, place: null, through: null, words: null, throughName: null },
  words: 'Reads on the tram',
  consent: { notes: 'yes', naming: 'role', sharing: 'not-asked', on: '2026-03-11' },
  binnedOn: null,
  lastExchange: null,
  exchanges: 0,
}

test('a form that was only looked at changes nothing', () => {
  expect(changesIn(person, draftOf(person))).toEqual({})
})

test('only what was changed is sent, and a blank line is no line', () => {
  const draft = draftOf(person)
  const blank = { key: 'new', kind: 'phone', value: ' ', label: '', preferred: false } as const
  const changed = { ...draft, channels: [...draft.channels, blank], words: 'Reads on trains ' }
  expect(changesIn(person, changed)).toEqual({ words: 'Reads on trains' })
})

test('a new name is sent as one says it; parts stay as they are unless they change too', () => {
  const draft = draftOf(person)
  expect(changesIn(person, { ...draft, name: 'Tomek Wilk' })).toEqual({ name: 'Tomek Wilk' })
  const said = { key: 'new', part: 'pronunciation', text: 'TO-mash' } as const
  expect(changesIn(person, { ...draft, names: [...draft.names, said] })).toEqual({
    names: [...person.names, { part: 'pronunciation', text: 'TO-mash' }],
  })
})

test('labels are parted by commas, each once', () => {
  const draft = draftOf(person)
  expect(changesIn(person, { ...draft, labels: 'framers, Wrocław,, framers' })).toEqual({
    labels: ['framers', 'Wrocław'],
  })
})

test('through whom you met is sent by id, and taken off again', () => {
  const draft = draftOf(person)
  const meeting = { ...draft.meeting, through: { id: 's', name: 'Samir' } }
  expect(changesIn(person, { ...draft, meeting }).meeting?.through).toBe('s')
})
