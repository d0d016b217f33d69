import type { PersonId } from '../../kit/ids.ts'
import { id } from '../../kit/ids.ts'
import { type Bond, peopleOfBond } from '../people/bond.ts'
import type { Person } from '../people/person.ts'
import { comparedText, linkableOf } from './linkable.ts'

/** One line of the log: a document as it was and as it is, as text. */
export interface Logged {
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/** What became of records, as far as it matters to who may be one with whom. */
export interface ChangedRecords {
  readonly came: readonly PersonId[]
  /** Of these something else is known now, or they are back from the bin. */
  readonly differ: readonly PersonId[]
  /** Into the bin, or for good. */
  readonly went: readonly PersonId[]
}

/** Reads lines of the log about records, in order; a record may have changed several times. */
export function changedRecords(changes: readonly Logged[]): ChangedRecords {
  const found: Record<keyof ChangedRecords, PersonId[]> = { came: [], differ: [], went: [] }
  for (const own of Map.groupBy(changes, (change) => change.id).values()) {
    const what = whatBecame(own[0]?.before ?? null, own.at(-1)?.after ?? null)
    if (what) found[what].push(id('person', own[0]?.id ?? ''))
  }
  return found
}

/** Whom bonds speak or spoke of that came, changed or went. */
export interface ChangedBonds {
  readonly people: readonly PersonId[]
  /** Who are no longer one, or no longer two, by a bond that is gone. */
  readonly parted: readonly PersonId[]
}

export function changedBonds(changes: readonly Logged[]): ChangedBonds {
  return {
    people: peopleOfAll(changes.flatMap(({ before, after }) => [before, after])),
    parted: peopleOfAll(changes.flatMap(({ before, after }) => (after === null ? [before] : []))),
  }
}

function peopleOfAll(bonds: readonly (string | null)[]): PersonId[] {
  return [...new Set(bonds.flatMap((text) => (text === null ? [] : peopleOfBond(bondIn(text)))))]
}

/** Null where nothing did that matters. An import brings thousands who were not there: they are not even read. */
function whatBecame(was: string | null, is: string | null): keyof ChangedRecords | null {
  if (is === null) return 'went'
  if (was === null) return 'came'
  const [before, after] = [recordIn(was), recordIn(is)]
  if (after.binnedOn) return 'went'
  return before.binnedOn || comparedOf(before) !== comparedOf(after) ? 'differ' : null
}

function comparedOf(record: Person): string {
  return comparedText(linkableOf(record.id, [record]))
}

function recordIn(text: string): Person {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the log of a kind holds documents of this kind
  return JSON.parse(text) as Person
}

function bondIn(text: string): Bond {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  return JSON.parse(text) as Bond
}
