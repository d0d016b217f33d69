import type { Source } from '../../kit/source.ts'
import type { Direction, ExchangeChannel } from '../exchanges/exchange.ts'
import type { Beside, Drafted } from './draft.ts'
import { isObject, type JsonFields, jsonFields, type JsonObject } from './json-fields.ts'
import { dayBefore, draftedRecord, type Record } from './json-record.ts'
import { byType, byUuid, instanceOf, propertiesOf, wordsOf } from './monica-file.ts'
import { leftoversOfMonica } from './monica-leftovers.ts'
import { type BareChannel, filled, noPlace, type Said } from './said.ts'

/**
 * Monica 4's JSON export. What was done together (activities), calls and exchanged messages become days of contact, for
 * nobody sat down with questions then; their words, and notes, become lines of the note about the person, under their
 * day. Relations become words. Whatever has no place here stays with the person's card.
 */
export function* draftsOfMonica(file: JsonObject, source: Source): Generator<Drafted> {
  const account = isObject(file['account']) ? file['account'] : {}
  const data = byType(account['data'])
  const world = worldOf(account, data)
  for (const contact of data.get('contact') ?? []) {
    const flat = { ...contact, data: Object.fromEntries(byType(contact['data'])) }
    const drafted = draftedRecord(flat, source, (fields) => recordOf(fields, world))
    yield withWords(drafted, world.words)
  }
  yield* leftoversOfMonica(account, data)
}

/** Kinds of life events and the like are named by numbers there; what is kept says the word. */
function withWords(drafted: Drafted, words: ReadonlyMap<string, string>): Drafted {
  if (drafted.kind !== 'draft' || drafted.draft.kind !== 'person') return drafted
  const { draft } = drafted
  const rest = draft.rest.map(({ name, value }) => ({ name, value: words.get(value) ?? value }))
  return { ...drafted, draft: { ...draft, rest } }
}

interface World {
  /** What a kind of thing is called, by its number. */
  readonly words: ReadonlyMap<string, string>
  readonly fieldTypes: ReadonlyMap<string, JsonObject>
  readonly activities: ReadonlyMap<string, JsonObject>
  /** By the contact they are told of. */
  readonly relations: ReadonlyMap<string, readonly string[]>
}

function worldOf(account: JsonObject, data: ReadonlyMap<string, readonly JsonObject[]>): World {
  const types = instanceOf(account)['contact_field_types']
  const contacts = new Map(byUuid(data.get('contact')))
  const relations = new Map<string, string[]>()
  for (const relation of data.get('relationship') ?? []) {
    const { type, contact_is: is, of_contact: of } = propertiesOf(relation)
    if (typeof of !== 'string' || typeof is !== 'string') continue
    const words = `${String(type).replaceAll('_', ' ')}: ${nameOfContact(contacts.get(is))}`
    relations.set(of, [...(relations.get(of) ?? []), words])
  }
  return {
    words: wordsOf(account),
    fieldTypes: new Map(byUuid(Array.isArray(types) ? types.filter(isObject) : [])),
    activities: new Map(byUuid(data.get('activity'))),
    relations,
  }
}

function nameOfContact(contact: JsonObject | undefined): string {
  const { first_name: first, last_name: last } = propertiesOf(contact)
  return [first, last].filter((part) => typeof part === 'string').join(' ') || 'somebody'
}

function recordOf(contact: JsonFields, world: World): Record {
  const uuid = contact.text('uuid') ?? ''
  const own = contact.object('properties') ?? jsonFields({})
  const data = contact.object('data') ?? jsonFields({})
  const relations = world.relations.get(uuid) ?? []
  const words = [...relations, own.text('description') ?? ''].filter(Boolean).join('\n\n')
  return {
    uid: uuid === '' ? null : `monica:${uuid}`,
    said: [
      ...saidOf(own),
      ...data.objects('contact_field').flatMap((one) => channelIn(one, world)),
      ...data.objects('address').flatMap(placeIn),
      { of: 'words', text: words },
    ],
    ...metIn(own),
    ...besideOf(data, own, world),
  }
}

/** How they met; who introduced them is a contact further up or down. */
function metIn(own: JsonFields): Pick<Record, 'meeting' | 'through'> {
  const day = dayBefore(own.object('first_met_date')?.text('date'))
  const place = filled(own.text('first_met_where') ?? undefined)
  const words = filled(own.text('first_met_additional_info') ?? undefined)
  const by = own.text('first_met_through')
  const through = by === null ? null : `monica:${by}`
  return { meeting: { day, place, through: null, words }, through }
}

function saidOf(own: JsonFields): Said[] {
  const parts = [
    ['given', 'first_name'],
    ['additional', 'middle_name'],
    ['family', 'last_name'],
    ['nickname', 'nickname'],
  ] as const
  const names = parts.flatMap(([part, name]): Said[] => {
    const text = filled(own.text(name) ?? undefined)
    return text ? [{ of: 'names', names: [{ part, text }] }] : []
  })
  const title = own.text('job')
  const company = own.text('company')
  return [
    ...names,
    ...(company ? [{ of: 'organisation' as const, name: company, department: null }] : []),
    ...(title ? [{ of: 'title' as const, title }] : []),
    ...dateIn('birthday', own.object('birthdate')),
    ...dateIn('deceased', own.object('deceased_date')),
    { of: 'labels', words: own.texts('tags') },
  ]
}

/** Of an age only the year is known; of a day without its year the rest. */
function dateIn(what: string, special: JsonFields | null): Said[] {
  const day = dayBefore(special?.text('date'))
  const isAge = special?.text('is_age_based')
  const noYear = special?.text('is_year_unknown')
  if (!day) return []
  const date = isYes(isAge) ? day.slice(0, 4) : isYes(noYear) ? `--${day.slice(5)}` : day
  return [{ of: 'date', date: { what, date } }]
}

function isYes(text: string | null | undefined): boolean {
  return text === 'true' || text === '1'
}

function channelIn(one: JsonFields, { fieldTypes }: World): Said[] {
  const own = one.object('properties')
  const value = filled(own?.text('data') ?? undefined)
  const type = propertiesOf(fieldTypes.get(own?.text('type') ?? ''))
  if (!value) return []
  const label = textIn(type, 'name')
  const words = [textIn(type, 'type'), textIn(type, 'protocol'), label].filter(Boolean).join(' ')
  const kind = kindOf(words, value)
  const plain = /^(?:e-?mail|phone)$/i.test(label ?? '') ? null : label
  return [{ of: 'channels', channels: [{ kind, value, label: plain, preferred: false }] }]
}

function textIn(object: JsonObject, name: string): string | null {
  const value = object[name]
  return typeof value === 'string' ? value : null
}

function kindOf(type: string, value: string): BareChannel['kind'] {
  if (
    /mail/i.test(type) ||
    (/^[^\s@/]+@[^\s@/]+$/.test(value) && !/mastodon|xmpp|jabber/i.test(type))
  )
    return 'mail'
  if (/phone|tel:/i.test(type)) return 'phone'
  if (/^https?:|^www\./i.test(value) || /http|facebook|twitter|linkedin|site/i.test(type))
    return 'link'
  return 'message'
}

function placeIn(one: JsonFields): Said[] {
  const own = one.object('properties')
  if (!own) return []
  const part = (name: string) => filled(own.text(name) ?? undefined)
  const place = {
    ...noPlace,
    label: part('name')?.toLowerCase() ?? null,
    street: part('street'),
    locality: part('city'),
    region: part('province'),
    postcode: part('postal_code'),
    country: part('country'),
  }
  return [{ of: 'place', place }]
}

/** Something that happened on a day, with its words. */
interface Happened {
  readonly day: ReturnType<typeof dayBefore>
  readonly words: readonly string[]
  readonly contact: { readonly channel: ExchangeChannel; readonly direction: Direction } | null
}

function besideOf(data: JsonFields, own: JsonFields, world: World): Pick<Beside, 'lines' | 'told'> {
  const all: Happened[] = [
    ...data.objects('note').flatMap(noteIn),
    ...data.objects('activity').flatMap((one) => activityIn(one, world)),
    ...data.objects('call').flatMap(callIn),
    ...data.objects('conversation').flatMap(messagesIn),
  ]
  const talkedOn = dayBefore(own.text('last_talked_to'))
  const last: Happened[] = talkedOn
    ? [{ day: talkedOn, words: [], contact: { channel: 'met', direction: 'both' } }]
    : []
  const inOrder = [...all, ...last].toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
  return {
    lines: inOrder.flatMap(({ day, words }) => {
      const lines = words.flatMap((text) => text.split(/\r\n|[\n\r]/)).filter((line) => line.trim())
      return lines.length ? [...(day ? [day] : []), ...lines] : []
    }),
    told: inOrder.flatMap(({ day, contact, words }) =>
      day && contact ? [{ day, ...contact, subject: words[0] ?? null }] : [],
    ),
  }
}

function noteIn(one: JsonFields): Happened[] {
  const body = one.object('properties')?.text('body')
  return body ? [{ day: dayBefore(one.text('created_at')), words: [body], contact: null }] : []
}

function activityIn(one: JsonFields, { activities, words: known }: World): Happened[] {
  const own = propertiesOf(activities.get(one.text('uuid') ?? ''))
  const kind = typeof own['type'] === 'string' ? known.get(own['type']) : undefined
  const said = [own['summary'], own['description']].filter((text) => typeof text === 'string')
  const words = kind ? [[said[0], `(${kind})`].filter(Boolean).join(' '), ...said.slice(1)] : said
  const day = dayBefore(own['happened_at'])
  return day || words.length ? [{ day, words, contact: { channel: 'met', direction: 'both' } }] : []
}

function callIn(one: JsonFields): Happened[] {
  const own = one.object('properties')
  const day = dayBefore(own?.text('called_at'))
  const direction = isYes(own?.text('contact_called')) ? 'in' : 'out'
  const content = own?.text('content')
  return [{ day, words: content ? [content] : [], contact: { channel: 'call', direction } }]
}

function messagesIn(one: JsonFields): Happened[] {
  const own = one.object('properties')
  const day = dayBefore(own?.text('happened_at'))
  const messages = (own?.objects('messages') ?? []).map((message) => {
    const said = message.object('properties')
    said?.pass('written_at')
    return { mine: isYes(said?.text('written_by_me')), text: said?.text('content') ?? '' }
  })
  const mine = messages.filter((message) => message.mine).length
  const direction = mine === 0 ? 'in' : mine === messages.length ? 'out' : 'both'
  const words = messages.map(({ mine: isMine, text }) => `${isMine ? 'Me' : 'They'}: ${text}`)
  return [{ day, words, contact: { channel: 'mail', direction } }]
}
