import type { Source } from '../../kit/source.ts'
import { keyOf } from '../nouns/noun.ts'
import type { Choosable, Group } from './bond.ts'
import { narrowest } from './consent.ts'
import { substance } from './edit.ts'
import { type Answer, type Meeting, nameOf, type Person, type Standing } from './person.ts'

/** Somebody as they are shown: of several records, all that these say together, under the id of the head. */
export interface Shown extends Person {
  /** The name in lists, where several records have one each. */
  readonly listedAs?: string
}

export const lists = ['names', 'roles', 'channels', 'places', 'dates', 'labels'] as const
export type List = (typeof lists)[number]

/**
 * What the records of one person say together. Those in the bin say nothing, unless all are there. Nothing is written
 * back from here: `spread.ts` takes a change to the records.
 */
export function mergedView(
  group: Pick<Group, 'head' | 'choices'>,
  records: readonly Person[],
): Shown | null {
  const told = toldBy(records)
  const [first] = told
  if (!first) return null
  const of = (what: Choosable) => recordsFor(group, told, what)
  const leading = leadingFirst(group, told)
  const shown = {
    id: group.head,
    names: union(inOrderOf(leading, of('names')), 'names'),
    roles: union(of('roles'), 'roles'),
    channels: union(of('channels'), 'channels'),
    places: union(of('places'), 'places'),
    dates: union(of('dates'), 'dates'),
    labels: union(of('labels'), 'labels'),
    fields: standingsOf(of('fields')),
    meeting: (of('meeting').find(isMet) ?? first).meeting,
    words: wordsTogether(of('words').map(({ words }) => words)),
    consent: narrowest(told.map(({ consent }) => consent)),
    answers: answersOf(told),
    binnedOn: first.binnedOn,
  }
  const listedAs = leading.map(nameOf).find((name) => name !== '') ?? ''
  return { ...shown, listedAs }
}

/** The records that are shown: those outside the bin; of a person who is there as a whole, all. */
export function toldBy(records: readonly Person[]): readonly Person[] {
  const outside = records.filter(({ binnedOn }) => binnedOn === null)
  return outside.length ? outside : records
}

/** The record that was chosen for this, or all of them. */
export function recordsFor(
  { choices }: Pick<Group, 'choices'>,
  told: readonly Person[],
  what: Choosable,
): readonly Person[] {
  const chosen = told.find(({ id }) => id === choices[what])
  return chosen ? [chosen] : told
}

/** Whose name is listed comes first. */
export function leadingFirst(group: Pick<Group, 'choices'>, told: readonly Person[]): Person[] {
  const [leading] = recordsFor(group, told, 'name')
  return told.toSorted((a, b) => Number(b === leading) - Number(a === leading))
}

function inOrderOf(order: readonly Person[], some: readonly Person[]): Person[] {
  return order.filter((one) => some.includes(one))
}

export function isMet({ meeting }: Person): boolean {
  return Object.values(meeting satisfies Meeting).some((part) => part !== null)
}

/** By what a value of a list is the same value in another record. */
export function sameness(list: List, value: object): string {
  return list === 'labels' && 'word' in value ? keyOf(String(value.word)) : substance(value)
}

function union<L extends List>(records: readonly Person[], list: L): Person[L] {
  const found = new Map<string, Sourced>()
  for (const value of records.flatMap((record): readonly Sourced[] => record[list])) {
    const same = sameness(list, value)
    const before = found.get(same)
    found.set(same, before ? { ...before, sources: joined(before.sources, value.sources) } : value)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- values of this list, with more sources at most
  return [...found.values()] as unknown as Person[L]
}

interface Sourced {
  readonly sources: readonly Source[]
}

function joined(some: readonly Source[], more: readonly Source[]): Source[] {
  const known = new Set(some.map((source) => JSON.stringify(source)))
  return [...some, ...more.filter((source) => !known.has(JSON.stringify(source)))]
}

function standingsOf(records: readonly Person[]): Standing[] {
  const found = new Map<string, Standing>()
  for (const standing of records.flatMap(({ fields }) => fields)) {
    const before = found.get(standing.field)
    found.set(standing.field, { ...standing, kind: before?.kind ?? standing.kind })
  }
  return [...found.values()]
}

export const betweenWords = '\n\n'

/** What was written in several records stands one behind the other; the same words stand once. */
function wordsTogether(all: readonly string[]): string {
  return [...new Set(all.filter((words) => words !== ''))].join(betweenWords)
}

/** All names somebody goes by, chosen or not: by each of them they are found, and known as a speaker. */
export function namesOfRecords(records: readonly Person[]): string[] {
  return [
    ...new Set(
      records.flatMap((record) => [nameOf(record), ...record.names.map(({ text }) => text)]),
    ),
  ]
}

/** Every answer stands once, in the order in which they were given. */
function answersOf(records: readonly Person[]): Answer[] {
  return records.flatMap(({ answers = [] }) => answers).toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
