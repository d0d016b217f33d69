import { fold } from '../../kit/text.ts'
import { dateInWords, placeInWords, roleInWords } from '../people/fact-words.ts'
import type { Person } from '../people/shapes.ts'
import { longDay, type Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'

/** What two records are laid beside each other by, in the order in which one looks. */
export const parts = [
  'name',
  'nickname',
  'maiden',
  'prefix',
  'suffix',
  'mail',
  'phone',
  'role',
  'place',
  'date',
  'link',
  'message',
  'met',
  'words',
  'field',
  'label',
] as const
export type Part = (typeof parts)[number]

type ChannelKind = Person['channels'][number]['kind']
export type Sources = NonNullable<Person['names'][number]['sources']>

export interface Value {
  readonly words: string
  /** "work", "home": which of several it is. */
  readonly label: string | null
  readonly sources: Sources
}

/** `same`: one value, perhaps written in two ways. `differs`: each says something else. `one`: only one says it. */
export type Verdict = 'same' | 'differs' | 'one'

export interface Row {
  readonly key: string
  readonly part: Part
  readonly verdict: Verdict
  readonly one: Value | null
  readonly other: Value | null
}

interface Told {
  readonly t: Words
  readonly wall: Wall
}

interface Weighed {
  readonly value: Value
  /** Equal keys are one value. */
  readonly key: string
  /** Values of one slot stand in one row even where they differ: a birthday beside a birthday. */
  readonly slot: string
}

/** Two records in rows: what both say stands once, what differs stands side by side, the rest alone. */
export function sideBySide(one: Person, other: Person, told: Told): readonly Row[] {
  return parts.flatMap((part) => {
    const left = unique(readers[part](one, told))
    const right = unique(readers[part](other, told))
    return aligned(left, right).map(([here, there], at) => ({
      key: `${part} ${at}`,
      part,
      verdict: verdictOf(here, there),
      one: here?.value ?? null,
      other: there?.value ?? null,
    }))
  })
}

function verdictOf(here: Weighed | null, there: Weighed | null): Verdict {
  if (here === null || there === null) return 'one'
  return here.key === there.key ? 'same' : 'differs'
}

type Pairs = (readonly [Weighed | null, Weighed | null])[]

/** Equal values first, then values of one slot, then what is left, line by line. */
function aligned(left: readonly Weighed[], right: readonly Weighed[]): Pairs {
  const rest = [...right]
  const take = (fits: (value: Weighed) => boolean): Weighed | null => {
    const at = rest.findIndex(fits)
    return at < 0 ? null : (rest.splice(at, 1)[0] ?? null)
  }
  const both: Pairs = []
  const alone: Weighed[] = []
  for (const value of left) {
    const twin = take(({ key }) => key === value.key)
    if (twin) both.push([value, twin])
    else alone.push(value)
  }
  const beside: Pairs = alone.map((value) => [value, take(({ slot }) => slot === value.slot)])
  return [...both, ...beside, ...rest.map((value): Pairs[number] => [null, value])]
}

type Reader = (person: Person, told: Told) => Weighed[]

const readers: { readonly [P in Part]: Reader } = {
  name: named,
  nickname: namesOf('nickname'),
  maiden: namesOf('maiden'),
  prefix: namesOf('prefix'),
  suffix: namesOf('suffix'),
  mail: channelsOf('mail'),
  phone: channelsOf('phone'),
  link: channelsOf('link'),
  message: channelsOf('message'),
  role: ({ roles }, { t }) =>
    roles.map((role) => {
      // One of the two may not say from when to when.
      const key = fold([role.title, role.organisation, role.department].filter(Boolean).join(', '))
      return weigh(roleInWords(t, role), key, { sources: role.sources })
    }),
  place: ({ places }) =>
    places.map((place) => {
      const words = placeInWords({ ...place, label: null })
      return weigh(words, fold(words), { label: place.label, sources: place.sources })
    }),
  date: ({ dates }, { wall }) =>
    dates.map(({ what, date, sources }) => {
      const slot = fold(what)
      return weigh(dateInWords(date, wall), `${slot} ${date}`, { label: what, slot, sources })
    }),
  met: ({ meeting }, { wall }) => met(meeting, wall),
  words: ({ words }) => [weigh(words.trim(), fold(words))],
  field: ({ fields }) => fields.map(({ field, name }) => weigh(name, field, { slot: field })),
  label: ({ labels }) => labels.map((label) => weigh(label, fold(label), { slot: fold(label) })),
}

function namesOf(part: Person['names'][number]['part']): Reader {
  return ({ names }) =>
    names
      .filter((name) => name.part === part)
      .map(({ text, sources }) => weigh(text, fold(text), { sources }))
}

function channelsOf(kind: ChannelKind): Reader {
  return ({ channels }) =>
    channels
      .filter((channel) => channel.kind === kind)
      .map(({ value, label, sources }) => weigh(value, addressKey(kind, value), { label, sources }))
}

interface Beside {
  readonly label?: string | null
  readonly slot?: string
  readonly sources?: Sources | undefined
}

function weigh(words: string, key: string, beside: Beside = {}): Weighed {
  const { label = null, slot = '', sources = [] } = beside
  return { value: { words, label, sources }, key, slot }
}

/** A value that one record has twice is shown once. */
function unique(values: readonly Weighed[]): Weighed[] {
  const seen = new Set<string>()
  return values.filter(({ key, value }) => {
    if (value.words === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The name in lists; where no full name was written, its sources are those of the parts. */
function named(person: Person): Weighed[] {
  const full = person.names.filter(({ part }) => part === 'full')
  const from = full.length > 0 ? full : person.names
  const sources = from.flatMap((name) => name.sources ?? [])
  return [weigh(person.name, fold(person.name), { sources })]
}

function met(meeting: Person['meeting'], wall: Wall): Weighed[] {
  const day = meeting.day === null ? null : longDay(meeting.day, wall)
  const words = [
    meeting.words,
    [day, meeting.place].filter(Boolean).join(', '),
    meeting.throughName,
  ]
    .filter(Boolean)
    .join(' · ')
  return [weigh(words, fold(words))]
}

/** What makes two spellings one address: no case, no `www.`, only the digits of a number. */
export function addressKey(kind: ChannelKind, value: string): string {
  const text = value.trim().toLowerCase()
  if (kind === 'phone') return phoneKey(text)
  if (kind === 'link')
    return text
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .replace(/\/$/, '')
  return text
}

/** Of a number with and without its country the last eight digits agree; an extension is part of it. */
function phoneKey(text: string): string {
  const [number = '', extension = ''] = text.split(/(?:ext\.?|x|;|,)/, 2)
  const digits = number.replaceAll(/\D/g, '')
  return `${digits.slice(-8)}x${extension.replaceAll(/\D/g, '')}`
}
