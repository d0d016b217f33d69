import { expect, test } from 'vitest'
import { inChunks } from '../../formats/encoding/in-chunks.ts'
import type { Source } from '../../kit/source.ts'
import type { Drafted } from './draft.ts'
import { draftsOfJson, type JsonFormat } from './from-json.ts'

const source: Source = { by: 'import', id: 'an-import', on: '2026-03-14' }

async function read(file: unknown, format: JsonFormat): Promise<Drafted[]> {
  const all: Drafted[] = []
  for await (const one of draftsOfJson(inChunks(JSON.stringify(file)), source, format))
    all.push(one)
  return all
}

/** Each text of a part of a schema is its own name, so that it is found again wherever it went. */
function filled(prefix: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, `${prefix}.${name}`]))
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** What became of nobody's record and is named as lost. */
function lostFields(drafts: readonly Drafted[]): string[] {
  return drafts.flatMap((one) => (one.kind === 'lost' ? (one.field ?? []) : []))
}

/** Texts of the people of a file that came to nothing: neither said, nor kept, nor a line of a note. */
function missing(people: unknown, drafts: readonly Drafted[]): string[] {
  const came = textsOf(drafts.filter(({ kind }) => kind === 'draft'))
    .join('\n')
    .toLowerCase()
  return textsOf(people).filter((text) => !came.includes(text.toLowerCase()))
}

const many = (type: string, values: readonly unknown[]) => ({ count: values.length, type, values })
const word = (uuid: string, name: string) => ({ uuid, properties: { name } })
const date = { is_age_based: 'false', is_year_unknown: 'false', date: '1990-02-03T00:00:00Z' }

test('Monica: of every field that its export can have, each is with the person or is said to be lost', async () => {
  const of = (type: string, names: string, more: object = {}) =>
    many(type, [
      {
        uuid: `${type}.uuid`,
        ...filled(type, 'created_at updated_at'),
        properties: { ...filled(type, names), ...more },
      },
    ])
  const reminder = { properties: filled('reminder of', 'initial_date title description') }
  const contact = {
    uuid: 'c-1',
    ...filled('contact', 'created_at updated_at'),
    properties: {
      ...filled(
        'contact',
        'first_name middle_name last_name nickname description is_starred is_partial is_active is_dead job company food_preferences last_consulted_at number_of_views stay_in_touch_frequency stay_in_touch_trigger_date vcard distant_etag gender first_met_where first_met_additional_info',
      ),
      last_talked_to: '2024-05-06',
      avatar: filled('avatar', 'avatar_source avatar_photo has_avatar avatar_file_name'),
      tags: ['a tag', 'another tag'],
      birthdate: date,
      deceased_date: { ...date, date: '2020-02-03' },
      first_met_date: { ...date, date: '2010-02-03' },
      first_met_reminder: reminder,
      deceased_reminder: reminder,
    },
    data: [
      of('call', 'content', { called_at: '2021-01-02', emotions: [{ name: 'call.emotion' }] }),
      of('contact_field', 'data', { type: 'type-mail' }),
      of('debt', 'in_debt status amount currency reason'),
      of('gift', 'name comment url amount status date'),
      of('note', 'body is_favorite favorited_at'),
      of('reminder', 'initial_date title description frequency_type frequency_number inactive'),
      of('task', 'title description completed completed_at archived archived_at'),
      of('address', 'name street city province postal_code latitude longitude country'),
      of('pet', 'name category'),
      of('conversation', 'contact_field_type', {
        happened_at: '2022-01-02',
        messages: [
          {
            uuid: 'message.uuid',
            properties: { ...filled('message', 'content'), written_by_me: 'true' },
          },
        ],
      }),
      of('life_event', 'name note happened_at specific_information', { type: 'type-event' }),
      many('activity', ['activity.uuid']),
      many('photo', ['photo.uuid']),
      many('document', ['document.uuid']),
      of('something_new', 'whatever'),
    ],
  }
  const file = {
    version: '1.0',
    account: {
      uuid: 'account',
      data: [
        of('user', 'email first_name'),
        many('contact', [contact]),
        many('relationship', [
          { properties: { type: 'uncle', contact_is: 'c-1', of_contact: 'gone' } },
        ]),
        of('addressbook', 'name'),
        of('addressbook_subscription', 'uri'),
        of('photo', 'original_filename dataUrl'),
        of('document', 'original_filename dataUrl'),
        many('activity', [
          {
            uuid: 'activity.uuid',
            properties: {
              ...filled('activity', 'summary description'),
              happened_at: '2023-01-02',
              type: 'type-walk',
              emotions: ['glad'],
            },
          },
          { uuid: 'activity.of nobody', properties: filled('nobody', 'summary') },
        ]),
        of('something_new', 'whatever'),
      ],
      properties: {
        default_gender: 'g',
        journal_entries: [{ post: 'p' }],
        modules: [{ key: 'm' }],
        reminder_rules: [{ r: 'r' }],
        audit_logs: [{ a: 'a' }],
      },
      instance: {
        activity_types: [word('type-walk', 'a walk'), word('type-unused', 'a dance')],
        contact_field_types: [word('type-mail', 'Email')],
        life_event_types: [word('type-event', 'a wedding')],
        genders: [word('g-1', 'w')],
      },
    },
  }
  const drafts = await read(file, 'monica')
  // What only orders the file, or is said in another way: numbers, how a date is meant, words for kinds.
  const otherwise =
    /^(?:c-1|activity\.uuid|type-\w+|false|true|(?:19|20)\d\d-\d\d-\d\d\S*|note\.created_at|\w+)$/
  expect(missing(contact, drafts).filter((text) => !otherwise.test(text))).toEqual([])
  const came = textsOf(drafts)
  for (const text of ['a wedding', 'activity.summary (a walk)', 'activity.description']) {
    expect(came.some((one) => one.includes(text))).toBe(true)
  }
  expect(lostFields(drafts)).toEqual([
    'user',
    'addressbook',
    'addressbook_subscription',
    'photo',
    'document',
    'something_new',
    'account.properties',
    'activity',
    'activity.emotions',
    'relationship',
    'account.instance.activity_types',
    'account.instance.genders',
  ])
})

test('Nametag: of every field that its export can have, each is with the person or is said to be lost', async () => {
  const person = {
    ...filled(
      'person',
      'id name middleName secondLastName surname nickname displayNameOverride prefix suffix organization jobTitle photo gender anniversary notes contactReminderEnabled contactReminderInterval contactReminderIntervalUnit',
    ),
    lastContact: '2026-01-02T00:00:00Z',
    importantDates: [filled('importantDate', 'title date')],
    phoneNumbers: [filled('phone', 'type number')],
    emails: [filled('email', 'type email')],
    addresses: [
      filled('address', 'type streetLine1 streetLine2 locality region postalCode country'),
    ],
    urls: [filled('url', 'type url')],
    imHandles: [filled('im', 'protocol handle')],
    locations: [filled('location', 'type latitude longitude label')],
    customFields: [filled('customField', 'key value type')],
    customFieldValues: [filled('customFieldValue', 'slug value')],
    relationshipToUser: filled('toUser', 'name label'),
    groups: ['a group'],
    relationships: [
      {
        ...filled('relationship', 'relatedPersonId relatedPersonName notes'),
        relationshipType: filled('kind', 'name label'),
      },
    ],
    somethingNew: filled('new', 'whatever'),
  }
  const file = {
    version: '1.2',
    exportDate: '2026-02-01',
    user: filled('user', 'email name theme dateFormat accountCreated'),
    groups: [
      { id: 'g', name: 'a group', color: '#fff' },
      { id: 'h', name: 'an empty group' },
    ],
    people: [person],
    relationshipTypes: [filled('relationshipType', 'id name label color inverseId')],
    journalEntries: [
      { ...filled('entry', 'id title body'), date: '2025-01-02', peopleIds: ['person.id'] },
      { title: 'of nobody', date: '2025-01-02', peopleIds: [] },
    ],
    customFieldTemplates: [filled('template', 'name slug type options order')],
    notificationEndpoints: [filled('endpoint', 'type label url')],
    pushSubscriptions: [filled('push', 'userAgent createdAt')],
    somethingNew: [filled('later', 'one two')],
  }
  const drafts = await read(file, 'nametag')
  const otherwise = /^(?:2026-01-02\S*|toUser\.name|kind\.name|relationship\.relatedPersonId)$/
  expect(missing(person, drafts).filter((text) => !otherwise.test(text))).toEqual([])
  expect(textsOf(drafts)).toContain('2025-01-02 entry.title: entry.body')
  expect(lostFields(drafts)).toEqual([
    'journalEntries',
    'groups',
    'groups',
    'relationshipTypes',
    'customFieldTemplates',
    'notificationEndpoints',
    'pushSubscriptions',
    'somethingNew',
    'user',
  ])
})

test('what is nested without end is kept as far as it goes, and nothing breaks', async () => {
  const deep = `${'['.repeat(50_000)}"x"${']'.repeat(50_000)}`
  for (const [format, text] of [
    ['sobremesa', `{"people":[{"id":"1","name":"Ana","odd":${deep}}]}`],
    [
      'nametag',
      `{"exportDate":"x","people":[{"id":"1","name":"Ana","odd":${deep}}],"odd":${deep}}`,
    ],
    [
      'monica',
      `{"account":{"data":[{"type":"contact","values":[{"uuid":"1","properties":${deep}}]}],"odd":${deep}}}`,
    ],
  ] as const) {
    const all = []
    for await (const one of draftsOfJson(inChunks(text), source, format)) all.push(one.kind)
    expect(all).toContain('draft')
  }
})
