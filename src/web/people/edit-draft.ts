import type { client } from '../shell/server.ts'
import type { Person } from './shapes.ts'

type Changes = Omit<Parameters<typeof client.people.change>[0], 'id'>

export type NamePart = Person['names'][number]['part']
export type ChannelKind = Person['channels'][number]['kind']
type Kind = Person['fields'][number]['kind']

/** A line of a list while it is edited; `key` tells it from its neighbours. */
export type Keyed<Row> = Row & { readonly key: string }

export interface NameRow {
  readonly part: NamePart
  readonly text: string
}
export interface RoleRow {
  readonly title: string
  readonly organisation: string
  readonly department: string
  readonly from: string
  readonly to: string
}
export interface ChannelRow {
  readonly kind: ChannelKind
  readonly value: string
  readonly label: string
  readonly preferred: boolean
}
export interface PlaceRow {
  readonly label: string
  readonly street: string
  readonly postcode: string
  readonly locality: string
  readonly region: string
  readonly country: string
}
export interface DateRow {
  readonly what: string
  readonly date: string
}
export interface FieldRow {
  readonly field: string
  readonly kind: Kind
}

/** All that may be written about somebody, as it stands in the form: nothing is null, a blank line is no line. */
export interface Draft {
  readonly name: string
  readonly names: readonly Keyed<NameRow>[]
  readonly roles: readonly Keyed<RoleRow>[]
  readonly channels: readonly Keyed<ChannelRow>[]
  readonly places: readonly Keyed<PlaceRow>[]
  readonly dates: readonly Keyed<DateRow>[]
  readonly fields: readonly Keyed<FieldRow>[]
  /** Parted by commas. */
  readonly labels: string
  readonly words: string
  readonly meeting: {
    readonly day: string
    readonly place: string
    readonly through: { readonly id: string; readonly name: string } | null
    readonly words: string
  }
  readonly consent: Pick<Person['consent'], 'notes' | 'naming' | 'sharing'> & {
    /** How they said it, where they agreed to more than before. */
    readonly said?: string
  }
}

export function draftOf(person: Person): Draft {
  const { meeting, consent } = person
  return {
    name: person.name,
    names: keyed(
      person.names.filter(({ part }) => part !== 'full').map(({ part, text }) => ({ part, text })),
    ),
    roles: keyed(
      person.roles.map(({ title, organisation, department, from, to }) =>
        blankNulls({ title, organisation, department, from, to }),
      ),
    ),
    channels: keyed(
      person.channels.map(({ kind, value, label, preferred }) => ({
        kind,
        value,
        label: label ?? '',
        preferred,
      })),
    ),
    places: keyed(
      person.places.map(({ label, street, postcode, locality, region, country }) =>
        blankNulls({ label, street, postcode, locality, region, country }),
      ),
    ),
    dates: keyed(person.dates.map(({ what, date }) => ({ what, date }))),
    fields: keyed(person.fields.map(({ field, kind }) => ({ field, kind }))),
    labels: person.labels.join(', '),
    words: person.words,
    meeting: {
      day: meeting.day ?? '',
      place: meeting.place ?? '',
      through:
        meeting.through === null ? null : { id: meeting.through, name: meeting.throughName ?? '' },
      words: meeting.words ?? '',
    },
    consent: { notes: consent.notes, naming: consent.naming, sharing: consent.sharing },
  }
}

/** What differs from what is kept, for `people.change`; empty when nothing does. What is left out stays as it is. */
export function changesIn(person: Person, draft: Draft): Changes {
  const before: Readonly<Record<string, unknown>> = { ...inputOf(draftOf(person)) }
  const now = inputOf(draft)
  const changed = Object.fromEntries(
    Object.entries(now).filter(([part, value]) => !isSame(value, before[part])),
  )
  return { ...renamed(person, draft), ...changed, ...namesIn(person, draft, 'names' in changed) }
}

function renamed({ name }: Person, draft: Draft): Changes {
  const next = draft.name.trim()
  return next === '' || next === name ? {} : { name: next }
}

/** The list of names is given whole, so the full name goes with it where there is one. */
function namesIn(person: Person, draft: Draft, areChanged: boolean): Changes {
  if (!areChanged) return {}
  const { names } = inputOf(draft)
  const isFull =
    person.names.some(({ part }) => part === 'full') || 'name' in renamed(person, draft)
  return { names: isFull ? [{ part: 'full', text: draft.name.trim() }, ...names] : names }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function inputOf(draft: Draft): Required<Omit<Changes, 'name'>> & { readonly names: NameRow[] } {
  const { day, place, through, words } = draft.meeting
  return {
    names: draft.names
      .filter(({ text }) => written(text))
      .map(({ part, text }) => ({ part, text: text.trim() })),
    roles: draft.roles
      .map(({ title, organisation, department, from, to }) =>
        nullBlanks({ title, organisation, department, from, to }),
      )
      .filter(({ title, organisation, department }) => title ?? organisation ?? department),
    channels: draft.channels
      .filter(({ value }) => written(value))
      .map(({ kind, value, label, preferred }) => ({
        kind,
        value: value.trim(),
        label: label.trim() || null,
        preferred,
      })),
    places: draft.places
      .map(({ label, street, postcode, locality, region, country }) =>
        nullBlanks({ label, street, postcode, locality, region, country }),
      )
      .filter((one) => Object.values(one).some((value) => value !== null)),
    dates: draft.dates
      .filter(({ what, date }) => written(what) && written(date))
      .map(({ what, date }) => ({ what: what.trim(), date: date.trim() })),
    fields: draft.fields
      .filter(({ field }) => field !== '')
      .map(({ field, kind }) => ({ field, kind })),
    labels: wordsIn(draft.labels),
    words: draft.words.trim(),
    meeting: {
      ...nullBlanks({ day, place, words }),
      through: through?.id ?? null,
    },
    consent: answerIn(draft.consent),
  }
}

function answerIn({ said = '', ...answers }: Draft['consent']): Changes['consent'] & object {
  return written(said) ? { ...answers, said: said.trim() } : answers
}

/** Labels as typed: parted by commas, each once. */
function wordsIn(text: string): string[] {
  return [...new Set(text.split(',').map((word) => word.trim()))].filter((word) => word !== '')
}

function written(text: string): boolean {
  return text.trim() !== ''
}

function keyed<Row>(rows: readonly Row[]): Keyed<Row>[] {
  return rows.map((row, at) => ({ ...row, key: `kept ${at}` }))
}

type Texts<Value> = { readonly [Name in keyof Value]: string }
type OrNull<Value> = { readonly [Name in keyof Value]: string | null }

function blankNulls<Value extends Readonly<Record<string, string | null>>>(
  value: Value,
): Texts<Value> {
  const entries = Object.entries(value).map(([name, text]) => [name, text ?? ''])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names with texts
  return Object.fromEntries(entries) as Texts<Value>
}

function nullBlanks<Value extends Readonly<Record<string, string>>>(value: Value): OrNull<Value> {
  const entries = Object.entries(value).map(([name, text]) => [name, text.trim() || null])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names with texts or nothing
  return Object.fromEntries(entries) as OrNull<Value>
}
