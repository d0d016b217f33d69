import type { Source } from '../../kit/source.ts'
import type { Drafted } from './draft.ts'
import { isObject, type JsonFields, jsonFields, type JsonObject } from './json-fields.ts'
import { dayBefore, draftedRecord, leftovers, type Record } from './json-record.ts'
import { type BareChannel, filled, type Said } from './said.ts'

/** Nametag's JSON export, version 1.x: people with everything of theirs nested, and what is nobody's beside them. */
export function* draftsOfNametag(file: JsonObject, source: Source): Generator<Drafted> {
  const people = Array.isArray(file['people']) ? file['people'].filter(isObject) : []
  const journal = journalOf(file)
  for (const person of people) {
    yield draftedRecord(person, source, (fields) => recordOf(fields, journal))
  }
  const known = new Set(people.flatMap((one) => (typeof one['id'] === 'string' ? [one['id']] : [])))
  const ofNobody = [...journal.values()]
    .flat()
    .filter(({ people: ids }) => !ids.some((id) => known.has(id)))
  yield* leftovers('journalEntries', new Set(ofNobody).size, 'is about nobody of the export')
  const { groups, relationshipTypes, customFieldTemplates, notificationEndpoints } = file
  const { pushSubscriptions, user } = file
  yield* leftovers(
    'groups',
    descriptionsIn(groups),
    'has a color or a description of its own; its name came as a label',
  )
  yield* leftovers('groups', emptyIn(groups, people), 'has nobody in it')
  yield* leftovers(
    'relationshipTypes',
    sizeOf(relationshipTypes),
    'is a word of that program for kinds of relations',
  )
  yield* leftovers(
    'customFieldTemplates',
    sizeOf(customFieldTemplates),
    'is the form of a field; what stands in the fields was kept',
  )
  yield* leftovers(
    'notificationEndpoints',
    sizeOf(notificationEndpoints),
    'is a setting of that program',
  )
  yield* leftovers('pushSubscriptions', sizeOf(pushSubscriptions), 'is a setting of that program')
  const more = Object.entries(file).filter(([name]) => !knownParts.has(name))
  for (const [name, value] of more) {
    yield* leftovers(name, leavesIn(value), 'has no place in a notebook of people')
  }
  yield* leftovers('user', isObject(user) ? Object.keys(user).length : 0, 'is your account there')
}

const knownParts = new Set(
  'version exportDate user people groups relationshipTypes journalEntries customFieldTemplates notificationEndpoints pushSubscriptions'.split(
    ' ',
  ),
)

function leavesIn(value: unknown): number {
  return jsonFields({ value }).rest().length
}

interface Entry {
  readonly people: readonly string[]
  readonly day: string | null
  readonly text: string
}

/** Entries of the journal by each of the people they name. */
function journalOf(file: JsonObject): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  const all = Array.isArray(file['journalEntries']) ? file['journalEntries'].filter(isObject) : []
  for (const one of all) {
    const ids = Array.isArray(one['peopleIds']) ? one['peopleIds'].filter(isText) : []
    const words = [one['title'], one['body']].filter(isText).map((text) => text.trim())
    const entry = {
      people: ids,
      day: dayBefore(one['date']),
      text: words.filter(Boolean).join(': '),
    }
    for (const id of ids.length ? ids : ['']) found.set(id, [...(found.get(id) ?? []), entry])
  }
  return found
}

function recordOf(person: JsonFields, journal: ReadonlyMap<string, readonly Entry[]>): Record {
  const id = person.text('id')
  const entries = journal.get(id ?? '') ?? []
  const last = dayBefore(person.text('lastContact'))
  const anniversary = person.text('anniversary')
  return {
    uid: id === null ? null : `nametag:${id}`,
    said: [
      ...namesOf(person),
      ...rolesOf(person),
      ...channelsOf(person),
      ...placesOf(person),
      ...person.objects('importantDates').flatMap(dateOf),
      ...(anniversary ? [dated('anniversary', anniversary)] : []),
      { of: 'labels', words: person.texts('groups') },
      {
        of: 'words',
        text: [...relationsOf(person), person.text('notes') ?? ''].filter(Boolean).join('\n\n'),
      },
    ],
    lines: entries.map(({ day, text }) => [day, text].filter(Boolean).join(' ')),
    // Where the last contact was is not said; that there was one is.
    told: last ? [{ day: last, channel: 'met', direction: 'both', subject: null }] : [],
    through: null,
  }
}

function namesOf(person: JsonFields): Said[] {
  const part = (name: string) => filled(person.text(name) ?? undefined)
  const family = [part('surname'), part('secondLastName')].filter((one) => one !== null).join(' ')
  const names = [
    ['full', part('displayNameOverride')],
    ['given', part('name')],
    ['additional', part('middleName')],
    ['family', family || null],
    ['nickname', part('nickname')],
    ['prefix', part('prefix')],
    ['suffix', part('suffix')],
  ] as const
  return names.flatMap(([one, text]): Said[] =>
    text ? [{ of: 'names', names: [{ part: one, text }] }] : [],
  )
}

function rolesOf(person: JsonFields): Said[] {
  const organisation = filled(person.text('organization') ?? undefined)
  const title = filled(person.text('jobTitle') ?? undefined)
  return [
    ...(organisation
      ? [{ of: 'organisation' as const, name: organisation, department: null }]
      : []),
    ...(title ? [{ of: 'title' as const, title }] : []),
  ]
}

function channelsOf(person: JsonFields): Said[] {
  const read = (list: string, kind: BareChannel['kind'], names: readonly [string, string]) =>
    person.objects(list).flatMap((one): BareChannel[] => {
      const label = filled(one.text(names[0]) ?? undefined)
      const value = filled(one.text(names[1]) ?? undefined)
      return value ? [{ kind, value, label: label?.toLowerCase() ?? null, preferred: false }] : []
    })
  const channels = [
    ...read('emails', 'mail', ['type', 'email']),
    ...read('phoneNumbers', 'phone', ['type', 'number']),
    ...read('urls', 'link', ['type', 'url']),
    ...read('imHandles', 'message', ['protocol', 'handle']),
  ]
  return channels.length ? [{ of: 'channels', channels }] : []
}

function placesOf(person: JsonFields): Said[] {
  return person.objects('addresses').map((one): Said => {
    const part = (name: string) => filled(one.text(name) ?? undefined)
    const street = [part('streetLine1'), part('streetLine2')].filter(Boolean).join('\n') || null
    return {
      of: 'place',
      place: {
        label: part('type')?.toLowerCase() ?? null,
        street,
        locality: part('locality'),
        region: part('region'),
        postcode: part('postalCode'),
        country: part('country'),
      },
    }
  })
}

function dateOf(one: JsonFields): Said[] {
  const date = one.text('date')
  return date ? [dated(one.text('title') ?? 'date', date)] : []
}

/** A year of 1604 stands for one that nobody knows. */
function dated(what: string, written: string): Said {
  const day = dayBefore(written)
  const date = day?.startsWith('1604') ? `--${day.slice(5)}` : (day ?? written)
  return { of: 'date', date: { what: what.toLowerCase(), date } }
}

function relationsOf(person: JsonFields): string[] {
  const toUser = person.object('relationshipToUser')
  const own = toUser?.text('label') ?? toUser?.text('name') ?? null
  toUser?.pass('name')
  const others = person.objects('relationships').map((one) => {
    const type = one.object('relationshipType')
    const word = type?.text('label') ?? type?.text('name') ?? 'Related to'
    type?.pass('name')
    one.pass('relatedPersonId')
    const notes = one.text('notes')
    return `${word}: ${one.text('relatedPersonName') ?? '?'}${notes ? ` (${notes})` : ''}`
  })
  return [...(own ? [`To you: ${own}`] : []), ...others]
}

function descriptionsIn(groups: unknown): number {
  if (!Array.isArray(groups)) return 0
  return groups.filter((one) => isObject(one) && (one['description'] || one['color'])).length
}

function emptyIn(groups: unknown, people: readonly JsonObject[]): number {
  if (!Array.isArray(groups)) return 0
  const named = new Set(
    people.flatMap((one): unknown[] => (Array.isArray(one['groups']) ? one['groups'] : [])),
  )
  return groups.filter((one) => isObject(one) && !named.has(one['name'])).length
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
