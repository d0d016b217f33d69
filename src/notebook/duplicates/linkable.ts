import type { LinkRecord } from '../../craft/linkage/records.ts'
import type { PersonId } from '../../kit/ids.ts'
import { toldBy } from '../people/merged.ts'
import { type Channel, type Name, nameOf, type Person } from '../people/person.ts'

/** What of a person is compared with others; each is a role that the linkage knows. */
export const comparedFields = [
  'full',
  'given',
  'family',
  'nickname',
  'mail',
  'phone',
  'link',
  'organisation',
  'title',
  'birth',
  'street',
  'locality',
  'postcode',
  'country',
] as const

type ComparedField = (typeof comparedFields)[number]

/**
 * One person as the linkage sees them: plain values by role, all that any record of the person says. A maiden name is a
 * further family name; who is reached in a messenger under some name has a link there.
 */
export function linkableOf(id: PersonId, members: readonly Person[]): LinkRecord {
  const values: Partial<Record<ComparedField, string[]>> = {}
  const add = (field: ComparedField, value: string | null) => {
    const text = value?.trim()
    if (!text || values[field]?.includes(text)) return
    values[field] = [...(values[field] ?? []), text]
  }
  for (const person of members) {
    addNames(person, add)
    for (const channel of person.channels) add(...reachedBy(channel))
    for (const role of person.roles) {
      add('organisation', role.organisation)
      add('title', role.title)
    }
    for (const { what, date } of person.dates) if (what === 'birthday') add('birth', date)
    for (const place of person.places) {
      add('street', place.street)
      add('locality', place.locality)
      add('postcode', place.postcode)
      add('country', place.country)
    }
  }
  return { id, values }
}

type Add = (field: ComparedField, value: string | null) => void

function addNames(person: Person, add: Add): void {
  if (person.names.length > 0) add('full', nameOf(person))
  for (const { part, text } of person.names) {
    const field = fieldOfPart[part]
    if (field) add(field, text)
  }
}

const fieldOfPart: Readonly<Record<Name['part'], ComparedField | null>> = {
  full: 'full',
  given: 'given',
  family: 'family',
  maiden: 'family',
  nickname: 'nickname',
  additional: null,
  prefix: null,
  suffix: null,
  pronunciation: null,
}

function reachedBy({ kind, value, label }: Channel): [ComparedField, string] {
  if (kind !== 'message') return [kind, value]
  return ['link', label ? `${label}:${value}` : value]
}

/** Whether somebody is in the notebook and not in its bin. */
export function isThere({ shown }: { readonly shown: Pick<Person, 'binnedOn'> }): boolean {
  return shown.binnedOn === null
}

/** Somebody who is shown, with the records that say so; those in the bin say nothing. */
export function recordOf(view: {
  readonly shown: Pick<Person, 'id'>
  readonly records: readonly Person[]
}): LinkRecord {
  return linkableOf(view.shown.id, toldBy(view.records))
}

/** What is compared of a person, as one text: where it did not change, nothing found out about them did. */
export function comparedText(record: LinkRecord): string {
  return JSON.stringify(comparedFields.map((field) => record.values[field] ?? []))
}
