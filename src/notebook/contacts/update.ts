import type { ImportId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import { fold } from '../../kit/text.ts'
import { substance } from '../people/edit.ts'
import type { Person } from '../people/person.ts'

/** What a person says in lists of values that have sources. */
export const sourcedLists = ['names', 'roles', 'channels', 'places', 'dates', 'labels'] as const
export type SourcedList = (typeof sourcedLists)[number]

export interface Value {
  readonly sources: readonly Source[]
}

/** Values that went, by the list they stood in. */
export type Gone = { readonly [List in SourcedList]?: Person[List] }

/** The comings of one record that were before this one. */
export interface Comings {
  /** Those whose file is still in the notebook, and those whose file was taken out. */
  readonly earlier: ReadonlySet<ImportId>
  readonly takenOut: ReadonlySet<ImportId>
}

/**
 * The person after their record came again, changed. What only the earlier coming had said goes; what a hand or another
 * file said stays; what is said again gains a source. Words written by hand are never replaced. `gone` is what went, so
 * that it can stand again when this coming is taken out.
 */
export function updated(
  person: Person,
  said: Omit<Person, 'id'>,
  comings: Comings,
): { readonly person: Person; readonly gone: Gone } {
  const next = { ...person }
  const gone = {}
  for (const list of sourcedLists) {
    const after = updatedValues(person[list], said[list], comings)
    Object.assign(next, { [list]: after.values })
    if (after.gone.length) Object.assign(gone, { [list]: after.gone })
  }
  return {
    person: {
      ...next,
      words: person.words === '' ? said.words : withWords(person.words, said.words),
      meeting: hasMet(person.meeting) ? person.meeting : said.meeting,
    },
    gone,
  }
}

export function hasMet(meeting: Person['meeting']): boolean {
  return Boolean(meeting.words || meeting.day || meeting.place || meeting.through)
}

function updatedValues(
  before: readonly Value[],
  said: readonly Value[],
  { earlier, takenOut }: Comings,
): { readonly values: Value[]; readonly gone: Value[] } {
  const fresh = new Map(said.map((value) => [substance(value), value]))
  const gone: Value[] = []
  const kept = before.flatMap((value): Value[] => {
    const again = fresh.get(substance(value))
    fresh.delete(substance(value))
    const there = value.sources.filter((source) => !isAmong(takenOut, source))
    if (again) return [{ ...value, sources: together(there, again.sources) }]
    const elsewhere = there.filter((source) => !isAmong(earlier, source))
    const dropped = there.filter((source) => isAmong(earlier, source))
    if (dropped.length) gone.push({ ...value, sources: dropped })
    return elsewhere.length ? [{ ...value, sources: elsewhere }] : []
  })
  return { values: [...kept, ...fresh.values()], gone }
}

/** A file in which a record stands twice is one source. */
function together(before: readonly Source[], said: readonly Source[]): Source[] {
  return [...before.filter(({ id }) => !said.some((one) => one.id === id)), ...said]
}

function isAmong(imports: Iterable<ImportId>, source: Source): boolean {
  return source.id !== undefined && [...imports].some((one) => one === source.id)
}

function withWords(before: string, said: string): string {
  if (said === '' || before.includes(said)) return before
  return `${before}\n\n${said}`
}

/** Of what a record says, what its person does not say yet, however it is written; null where there is nothing. */
export function newIn(said: Omit<Person, 'id'>, person: Person): Omit<Person, 'id'> | null {
  const fresh = { ...said }
  for (const list of sourcedLists) {
    const there = new Set(person[list].map(loosely))
    Object.assign(fresh, {
      [list]: said[list].filter((value: Value) => !there.has(loosely(value))),
    })
  }
  const words = fold(person.words).includes(fold(said.words)) ? '' : said.words
  const meeting = hasMet(person.meeting) ? notMet : said.meeting
  const isNew = sourcedLists.some((list) => fresh[list].length) || words !== '' || hasMet(meeting)
  return isNew ? { ...fresh, words, meeting } : null
}

const notMet: Person['meeting'] = { day: null, place: null, through: null, words: null }

/** A table and a card write capitals and spaces their own way. */
function loosely(value: Value): string {
  return fold(substance(value)).replace(/\s+/g, ' ')
}

/** Whether somebody is as they were, whoever says so by now. */
export function isSaidAlready(person: Person, before: Person): boolean {
  return (
    person.words === before.words &&
    hasMet(person.meeting) === hasMet(before.meeting) &&
    sourcedLists.every(
      (list) =>
        person[list].length === before[list].length &&
        person[list].every((value: Value, at) => {
          const was = before[list][at]
          return was !== undefined && substance(value) === substance(was)
        }),
    )
  )
}
