import type { Day } from '../../kit/days.ts'
import { plainDay, type Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import { dateInWords, placeInWords, roleInWords } from './fact-words.ts'
import type { Person } from './shapes.ts'

export type Source = NonNullable<Person['names'][number]['sources']>[number]

/** The name of the file that an import brought, or null where nobody knows it any more. */
export type FileOf = (source: Source) => string | null

/** "From google.csv, 3 March", "Written by hand, 12 March". */
export function sourceInWords(t: Words, source: Source, fileOf: FileOf, wall: Wall): string {
  return t('people.source.on', {
    what: originOf(t, source, fileOf),
    day: plainDay(source.on, wall),
  })
}

function originOf(t: Words, source: Source, fileOf: FileOf): string {
  switch (source.by) {
    case 'import':
      return t('people.source.file', { file: fileOf(source) ?? t('people.source.import') })
    case 'capture':
    case 'sample':
    case 'hand':
      return t(`people.source.${source.by}`)
    default:
      return source.by
  }
}

/** Several sources in one line, each once. */
export function sourcesInWords(
  t: Words,
  sources: readonly Source[],
  fileOf: FileOf,
  wall: Wall,
): string {
  return [...new Set(sources.map((source) => sourceInWords(t, source, fileOf, wall)))].join('; ')
}

/** Everything that was told of somebody, by who or what told it; the first to tell comes first. */
export interface Told {
  readonly source: Source
  readonly values: readonly string[]
}

export function toldBy(t: Words, person: Person, wall: Wall): readonly Told[] {
  const told = new Map<string, { source: Source; values: Set<string> }>()
  for (const { words, sources } of valuesOf(t, person, wall)) {
    for (const source of words === '' ? [] : sources) {
      const key = keyOf(source)
      const known = told.get(key) ?? { source, values: new Set() }
      told.set(key, { source, values: known.values.add(words) })
    }
  }
  return [...told.values()]
    .toSorted((one, other) => byDay(one.source.on, other.source.on))
    .map(({ source, values }) => ({ source, values: [...values] }))
}

interface Sourced {
  readonly words: string
  readonly sources: readonly Source[]
}

function sourced(words: string, { sources = [] }: { sources?: Source[] | undefined }): Sourced {
  return { words, sources }
}

function valuesOf(t: Words, person: Person, wall: Wall): Sourced[] {
  return [
    ...person.names.map((name) => sourced(name.text, name)),
    ...person.roles.map((role) => sourced(roleInWords(t, role), role)),
    ...person.channels.map((channel) => sourced(channel.value, channel)),
    ...person.places.map((place) => sourced(placeInWords(place), place)),
    ...person.dates.map((one) =>
      sourced(t('people.facts.date', { what: one.what, date: dateInWords(one.date, wall) }), one),
    ),
  ]
}

/** Everybody and everything that told something of these people. */
export function sourcesOf(...people: readonly Person[]): Source[] {
  return people
    .flatMap(({ names, roles, channels, places, dates }): { sources?: Source[] | undefined }[] => [
      ...names,
      ...roles,
      ...channels,
      ...places,
      ...dates,
    ])
    .flatMap(({ sources = [] }) => sources)
}

export function keyOf({ by, id, on }: Source): string {
  return `${by} ${id ?? on}`
}

function byDay(one: Day, other: Day): number {
  return one < other ? -1 : Number(one > other)
}
