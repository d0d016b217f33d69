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
    const left = valuesOf(part, one, told)
    const right = valuesOf(part, other, told)
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

function valuesOf(part: Part, person: Person, { t, wall }: Told): Weighed[] {
  switch (part) {
    case 'name':
      return named(person)
    case 'nickname':
    case 'maiden':
    case 'prefix':
    case 'suffix':
      return unique(
        person.names
          .filter((name) => name.part === part)
          .map(({ text, sources }) => weigh(text, fold(text), { sources })),
      )
    case 'mail':
    case 'phone':
    case 'link':
    case 'message':
      return unique(
        person.channels
          .filter(({ kind }) => kind === part)
          .map(({ value, label, sources }) =>
            weigh(value, addressKey(part, value), { label, sources }),
          ),
      )
    case 'role':
      return unique(
        person.roles.map((role) => {
          const words = roleInWords(t, role)
          return weigh(words, fold(words), { sources: role.sources })
        }),
      )
    case 'place':
      return unique(
        person.places.map((place) => {
          const words = placeInWords({ ...place, label: null })
          return weigh(words, fold(words), { label: place.label, sources: place.sources })
        }),
      )
    case 'date':
      return unique(
        person.dates.map(({ what, date, sources }) =>
          weigh(dateInWords(date, wall), `${fold(what)} ${date}`, {
            label: what,
            slot: fold(what),
            sources,
          }),
        ),
      )
    case 'met':
      return met(person, wall)
    case 'words':
      return person.words.trim() === '' ? [] : [weigh(person.words, fold(person.words))]
    case 'field':
      return person.fields.map(({ field, name }) => weigh(name, field, { slot: field }))
    case 'label':
      return person.labels.map((label) => weigh(label, fold(label), { slot: fold(label) }))
  }
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
  if (person.name === '') return []
  const full = person.names.filter(({ part }) => part === 'full')
  const from = full.length > 0 ? full : person.names
  const sources = from.flatMap((name) => name.sources ?? [])
  return [weigh(person.name, fold(person.name), { sources })]
}

function met({ meeting }: Person, wall: Wall): Weighed[] {
  const day = meeting.day === null ? null : longDay(meeting.day, wall)
  const words = [
    meeting.words,
    [day, meeting.place].filter(Boolean).join(', '),
    meeting.throughName,
  ]
    .filter(Boolean)
    .join(' · ')
  return words === '' ? [] : [weigh(words, fold(words))]
}

/** What makes two spellings one address: no case, no `www.`, only the digits of a number. */
export function addressKey(kind: 'mail' | 'phone' | 'link' | 'message', value: string): string {
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
