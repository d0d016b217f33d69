import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { newPerson } from '../people/edit.ts'
import type { Consent, Person } from '../people/person.ts'
import { fieldPage, type SaidLine } from './field-page.ts'

function person(name: string, naming: Consent['naming'] = 'not-asked'): Person {
  const fresh = newPerson(id('person', name))
  return {
    ...fresh,
    names: [{ part: 'full', text: name, sources: [] }],
    roles: [
      {
        title: 'bookbinder',
        organisation: null,
        organisationId: null,
        department: null,
        from: null,
        to: null,
        sources: [],
      },
    ],
    consent: { ...fresh.consent, naming },
  }
}

function line(said: string, change: Partial<SaidLine> = {}): SaidLine {
  return {
    id: said,
    mark: '"',
    said,
    speaker: null,
    named: '',
    day: '2026-03-11',
    conversation: null,
    topics: [],
    ...change,
  }
}

const around = {
  people: new Map([
    ['Ruth', person('Ruth', 'name')],
    ['Owen', person('Owen', 'role')],
    ['Ana', person('Ana', 'none')],
  ]),
  kindOf: () => null,
  topicOf: (key: string) => ({ id: key, name: key, order: key === 'entry' ? 1 : 2 }),
}

test('everybody is counted once, however much they said', () => {
  const lines = ['one', 'two', 'three'].map((said) =>
    line(said, { speaker: 'Ruth', topics: ['entry'] }),
  )
  const page = fieldPage(lines, around)
  expect(page.topics).toMatchObject([{ topic: 'entry', people: 1 }])
  expect(page.people).toMatchObject([{ name: 'Ruth', insights: 3 }])
})

test('a speaker is named as they agreed to be', () => {
  const said = ['Ruth', 'Owen', 'Ana'].map((speaker) => line(speaker, { speaker }))
  const speakers = fieldPage(said, around).topics[0]?.insights.map(({ speaker }) => speaker)
  expect(speakers).toEqual(['Ruth', 'bookbinder', 'somebody'])
})

test('who is unknown is shown as written, and counted for nobody', () => {
  const page = fieldPage([line('hm', { named: 'the man at the bar' })], around)
  expect(page.topics[0]).toMatchObject({
    people: 0,
    insights: [{ speaker: 'the man at the bar', person: null }],
  })
  expect(page.people).toEqual([])
})

test('a line with two topics stands under both, and lines without one come last', () => {
  const lines = [line('plain'), line('both', { topics: ['pay', 'entry'] })]
  expect(fieldPage(lines, around).topics.map(({ topic }) => topic)).toEqual(['entry', 'pay', ''])
})
