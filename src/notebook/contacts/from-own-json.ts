import type { Day } from '../../kit/days.ts'
import type { Source } from '../../kit/source.ts'
import { channelKinds, nameParts, type Person } from '../people/person.ts'
import type { Drafted } from './draft.ts'
import { isObject, type JsonFields, type JsonObject } from './json-fields.ts'
import { dayBefore, draftedRecord, type Record } from './json-record.ts'
import { agreedIn } from './own-agreed.ts'
import type { Bare, Said } from './said.ts'

/** People as `contacts export --format json` gives them out, with what they agreed to and their fields. */
export function* draftsOfOwn(file: JsonObject, source: Source): Generator<Drafted> {
  const people = Array.isArray(file['people']) ? file['people'].filter(isObject) : []
  for (const person of people)
    yield draftedRecord(person, source, (one) => recordOf(one, source.on))
}

function recordOf(person: JsonFields, today: Day): Record {
  const id = person.text('id')
  // Of one who stands in several records the values of all are among these.
  person.pass('name', 'records')
  const agreed = agreedIn(person, today)
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
    rest: person.objects('rest').flatMap(restIn),
    lines: [],
    told: [],
    through: meeting?.text('through') ?? null,
    ...(agreed ? { agreed } : {}),
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

function roleIn(one: JsonFields): Said[] {
  one.pass('sources', 'organisationId')
  const role = {
    title: one.text('title'),
    organisation: one.text('organisation'),
    organisationId: null,
    department: one.text('department'),
    from: one.text('from'),
    to: one.text('to'),
  }
  return role.title || role.organisation || role.department ? [{ of: 'wholeRole', role }] : []
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

/** What an earlier file said that no field of a person holds, under the name that it had there. */
function restIn(one: JsonFields): { readonly name: string; readonly value: string }[] {
  const name = one.text('name')
  const value = one.text('value')
  return name && value ? [{ name, value }] : []
}
