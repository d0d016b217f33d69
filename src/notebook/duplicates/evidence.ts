import type { Source } from '../../kit/source.ts'
import { nameOf, type Person } from '../people/person.ts'

/** What of two people is shown side by side, in this order. */
export const evidenceKinds = [
  'name',
  'nickname',
  'maiden',
  'mail',
  'phone',
  'link',
  'organisation',
  'title',
  'birthday',
  'place',
] as const

export interface Evidence {
  readonly kind: (typeof evidenceKinds)[number]
  readonly value: string
  readonly sources: readonly Source[]
}

const mostOfAKind = 8

/** What can be compared of somebody: each value once, with all who said it. */
export function evidenceOf(records: readonly Person[]): Evidence[] {
  const all = records.flatMap(saidIn)
  return evidenceKinds.flatMap((kind) =>
    onceEach(all.filter((one) => one.kind === kind)).slice(0, mostOfAKind),
  )
}

function saidIn(person: Person): Evidence[] {
  const named = person.names.filter(({ part }) => part !== 'nickname' && part !== 'maiden')
  const name = person.names.length > 0 ? nameOf(person) : ''
  return [
    ...said('name', name, { sources: named.flatMap(({ sources }) => sources) }),
    ...person.names.flatMap((one) =>
      one.part === 'nickname' || one.part === 'maiden' ? said(one.part, one.text, one) : [],
    ),
    ...person.channels.flatMap((channel) =>
      channel.kind === 'message'
        ? said('link', [channel.label, channel.value].filter(Boolean).join(': '), channel)
        : said(channel.kind, channel.value, channel),
    ),
    ...person.roles.flatMap((role) => [
      ...said('organisation', role.organisation, role),
      ...said('title', role.title, role),
    ]),
    ...person.dates.flatMap((one) =>
      one.what === 'birthday' ? said('birthday', one.date, one) : [],
    ),
    ...person.places.flatMap((place) => said('place', addressOf(place), place)),
  ]
}

function said(
  kind: Evidence['kind'],
  value: string | null,
  { sources }: Pick<Evidence, 'sources'>,
): Evidence[] {
  return value ? [{ kind, value, sources }] : []
}

function addressOf({ street, postcode, locality, country }: Person['places'][number]): string {
  return [street, postcode, locality, country].filter(Boolean).join(', ')
}

function onceEach(all: readonly Evidence[]): Evidence[] {
  const found = new Map<string, Evidence>()
  for (const one of all) {
    const before = found.get(one.value)
    found.set(one.value, { ...one, sources: joined([...(before?.sources ?? []), ...one.sources]) })
  }
  return [...found.values()]
}

function joined(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()]
}
