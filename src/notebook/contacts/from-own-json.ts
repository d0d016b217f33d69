import type { Source } from '../../kit/source.ts'
import { channelKinds, nameParts, type Person } from '../people/person.ts'
import type { Drafted } from './draft.ts'
import { isObject, type JsonFields, type JsonObject } from './json-fields.ts'
import { dayBefore, draftedRecord, type Record } from './json-record.ts'
import type { Bare, Said } from './said.ts'

/** People as `contacts export --format json` gives them out. What the owner alone decided comes as words and labels. */
export function* draftsOfOwn(file: JsonObject, source: Source): Generator<Drafted> {
  const people = Array.isArray(file['people']) ? file['people'].filter(isObject) : []
  for (const person of people) yield draftedRecord(person, source, recordOf)
}

function recordOf(person: JsonFields): Record {
  const id = person.text('id')
  person.pass('name')
  const meeting = person.object('meeting')
  const words = person.text('words')
  return {
    uid: id,
    said: [
      ...person.objects('names').flatMap(nameIn),
      ...person.objects('roles').flatMap(roleIn),
      ...person.objects('channels').flatMap(channelIn),
      ...person.objects('places').map(placeIn),
      ...person.objects('dates').flatMap(dateIn),
      { of: 'labels', words: person.objects('labels').flatMap(labelIn) },
      ...(words ? [{ of: 'words' as const, text: words }] : []),
    ],
    ...(meeting
      ? {
          meeting: {
            day: dayBefore(meeting.text('day')),
            place: meeting.text('place'),
            through: null,
            words: meeting.text('words'),
          },
        }
      : {}),
    lines: [],
    told: [],
    through: meeting?.text('through') ?? null,
  }
}

function nameIn(one: JsonFields): Said[] {
  one.pass('sources')
  const written = one.text('part')
  const part = nameParts.find((known) => known === written)
  const text = one.text('text')
  return part && text ? [{ of: 'names', names: [{ part, text }] }] : []
}

function channelIn(one: JsonFields): Said[] {
  one.pass('sources')
  const written = one.text('kind')
  const kind = channelKinds.find((known) => known === written)
  const value = one.text('value')
  const preferred = one.text('preferred') === 'true'
  const label = one.text('label')
  return kind && value ? [{ of: 'channels', channels: [{ kind, value, label, preferred }] }] : []
}

function roleIn(one: JsonFields, at: number): Said[] {
  one.pass('sources', 'organisationId')
  const group = String(at)
  const organisation = one.text('organisation')
  const department = one.text('department')
  const title = one.text('title')
  return [
    ...(organisation || department
      ? [{ of: 'organisation' as const, name: organisation, department, group }]
      : []),
    ...(title ? [{ of: 'title' as const, title, group }] : []),
  ]
}

function placeIn(one: JsonFields): Said {
  one.pass('sources')
  const part = (name: string) => one.text(name)
  const place: Bare<Person['places'][number]> = {
    label: part('label'),
    street: part('street'),
    locality: part('locality'),
    region: part('region'),
    postcode: part('postcode'),
    country: part('country'),
  }
  return { of: 'place', place }
}

function dateIn(one: JsonFields): Said[] {
  one.pass('sources')
  const what = one.text('what')
  const date = one.text('date')
  return what && date ? [{ of: 'date', date: { what, date } }] : []
}

function labelIn(one: JsonFields): string[] {
  one.pass('sources')
  const word = one.text('word')
  return word ? [word] : []
}
