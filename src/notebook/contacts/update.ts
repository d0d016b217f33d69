import type { ImportId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import { substance } from '../people/edit.ts'
import type { Person } from '../people/person.ts'

type Lists = 'names' | 'roles' | 'channels' | 'places' | 'dates' | 'labels'
const lists: readonly Lists[] = ['names', 'roles', 'channels', 'places', 'dates', 'labels']

/**
 * The person after their record came again, changed. What only the earlier coming had said goes; what a hand or another
 * file said stays; what is said again gains a source. Words written by hand are never replaced.
 */
export function updated(
  person: Person,
  said: Omit<Person, 'id'>,
  earlier: ReadonlySet<ImportId>,
): Person {
  const next = { ...person }
  for (const list of lists)
    Object.assign(next, { [list]: updatedValues(person[list], said[list], earlier) })
  return {
    ...next,
    words: person.words === '' ? said.words : withWords(person.words, said.words),
    meeting: person.meeting.words || person.meeting.day ? person.meeting : said.meeting,
  }
}

interface Value {
  readonly sources: readonly Source[]
}

function updatedValues(
  before: readonly Value[],
  said: readonly Value[],
  earlier: ReadonlySet<ImportId>,
): Value[] {
  const fresh = new Map(said.map((value) => [substance(value), value]))
  const kept = before.flatMap((value): Value[] => {
    const again = fresh.get(substance(value))
    fresh.delete(substance(value))
    const elsewhere = value.sources.filter(({ id }) => !isAmong(earlier, id))
    if (again) return [{ ...value, sources: together(elsewhere, again.sources) }]
    return elsewhere.length ? [{ ...value, sources: elsewhere }] : []
  })
  return [...kept, ...fresh.values()]
}

/** A file in which a record stands twice is one source. */
function together(before: readonly Source[], said: readonly Source[]): Source[] {
  return [...before.filter(({ id }) => !said.some((one) => one.id === id)), ...said]
}

function isAmong(imports: ReadonlySet<ImportId>, id: string | undefined): boolean {
  return id !== undefined && [...imports].some((one) => one === id)
}

function withWords(before: string, said: string): string {
  if (said === '' || before.includes(said)) return before
  return `${before}\n\n${said}`
}
