import type { OrganisationId, PersonId } from '../../kit/ids.ts'
import { given } from '../../kit/partial.ts'
import type { Source } from '../../kit/source.ts'
import { keyOf } from '../nouns/noun.ts'
import { type Answering, answered, answerOf } from './consent.ts'
import { type Meeting, type Name, nothingAsked, type Person } from './person.ts'

/** What a door may say about somebody; what is left out stays as it is. Sources are given where a value came unchanged. */
export interface Edit {
  readonly name?: string | undefined
  readonly names?: readonly Loose<Name>[] | undefined
  readonly roles?: readonly Loose<Person['roles'][number]>[] | undefined
  readonly channels?: readonly Loose<Person['channels'][number]>[] | undefined
  readonly places?: readonly Loose<Person['places'][number]>[] | undefined
  readonly dates?: readonly Loose<Person['dates'][number]>[] | undefined
  readonly labels?: readonly string[] | undefined
  readonly meeting?: Partial<Undefined<Meeting>> | undefined
  readonly words?: string | undefined
  readonly consent?: Answering | undefined
  readonly fields?: Person['fields'] | undefined
}

type Loose<Value> = Omit<Value, 'sources'> & { readonly sources?: readonly unknown[] | undefined }
type Undefined<T> = { readonly [Key in keyof T]: T[Key] | undefined }

export function newPerson(id: PersonId): Person {
  return {
    id,
    names: [],
    roles: [],
    channels: [],
    places: [],
    dates: [],
    labels: [],
    fields: [],
    meeting: { day: null, place: null, through: null, words: null },
    words: '',
    consent: nothingAsked,
    binnedOn: null,
  }
}

/**
 * The person after an edit by hand. A value that was there keeps the sources it had; a new one has the hand as
 * its source.
 */
export function edited(person: Person, edit: Edit, by: Source): Person {
  return {
    ...person,
    names: editedNames(person, edit, by),
    roles: edit.roles ? withSources(person.roles, edit.roles, by) : person.roles,
    channels: edit.channels ? withSources(person.channels, edit.channels, by) : person.channels,
    places: edit.places ? withSources(person.places, edit.places, by) : person.places,
    dates: edit.dates ? withSources(person.dates, edit.dates, by) : person.dates,
    labels: edit.labels ? withSources(person.labels, distinct(edit.labels), by) : person.labels,
    fields: edit.fields ?? person.fields,
    meeting: edit.meeting ? { ...person.meeting, ...given(edit.meeting) } : person.meeting,
    words: edit.words ?? person.words,
    ...(edit.consent ? withAnswer(person, edit.consent, by) : {}),
  }
}

function withAnswer(person: Person, answer: Answering, { on }: Source) {
  const { consent, answers = [] } = person
  return { consent: answered(consent, answer, on), answers: [...answers, answerOf(answer, on)] }
}

/** A new full name makes the parts that were typed before untrue, unless they are given too. */
function editedNames(person: Person, edit: Edit, by: Source): readonly Name[] {
  const names = edit.names ? withSources(person.names, edit.names, by) : person.names
  const full = edit.name?.trim()
  if (!full || names.some((name) => name.part === 'full' && name.text === full)) return names
  const rest = names.filter(
    ({ part }) =>
      part !== 'full' && (edit.names || !['given', 'additional', 'family'].includes(part)),
  )
  return [{ part: 'full', text: full, sources: [by] }, ...rest]
}

export function withLabels(
  person: Person,
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
  by: Source,
): Person {
  const gone = new Set(change.remove.map(keyOf))
  const kept = person.labels.filter(({ word }) => !gone.has(keyOf(word)))
  const there = new Set(kept.map(({ word }) => keyOf(word)))
  const added = distinct(change.add).filter(({ word }) => !there.has(keyOf(word)))
  if (added.length === 0 && kept.length === person.labels.length) return person
  return { ...person, labels: [...kept, ...added.map((label) => ({ ...label, sources: [by] }))] }
}

/** Gives each role the id of its organisation, found or made by name. */
export function withOrganisations(
  person: Person,
  idOf: (name: string) => OrganisationId | null,
): Person {
  const roles = person.roles.map((role) => ({
    ...role,
    organisationId: role.organisation ? idOf(role.organisation) : null,
  }))
  return { ...person, roles }
}

function distinct(words: readonly string[]): { readonly word: string }[] {
  return [...new Map(words.map((word) => [keyOf(word), { word: word.trim() }])).values()]
}

function withSources<Value extends { readonly sources: readonly Source[] }>(
  before: readonly Value[],
  now: readonly Loose<Value>[],
  by: Source,
): Value[] {
  const known = new Map(before.map((value) => [substance(value), value.sources]))
  return now.map((value) => {
    const sources = known.get(substance(value)) ?? [by]
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a Loose Value with its sources is a Value
    return { ...value, sources } as unknown as Value
  })
}

/** What a value says, apart from where it came from and what it leads to. */
export function substance(value: object): string {
  const said = Object.entries(value).filter(
    ([key]) => key !== 'sources' && key !== 'organisationId',
  )
  return JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
