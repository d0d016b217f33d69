import { type Day, isDay } from '../../kit/days.ts'
import type { Source } from '../../kit/source.ts'
import type { Meeting } from '../people/person.ts'
import type { Beside, Drafted } from './draft.ts'
import { linkedInPage } from './from-vcard.ts'
import { type JsonFields, jsonFields, type JsonObject } from './json-fields.ts'
import { personOf } from './person-of.ts'
import type { Said } from './said.ts'

/** What one record of another notebook says. */
export interface Record extends Beside {
  readonly uid: string | null
  readonly said: readonly Said[]
  readonly meeting?: Meeting
  /** What it already kept word for word from another file. */
  readonly rest?: readonly { readonly name: string; readonly value: string }[]
}

/** A draft of the record; whatever `read` does not take of it is kept under its path. */
export function draftedRecord(
  object: JsonObject,
  source: Source,
  read: (fields: JsonFields) => Record,
): Drafted {
  const fields = jsonFields(object)
  const { uid, said, meeting, rest: before = [], ...beside } = read(fields)
  const made = personOf(said, source)
  const rest = [...before, ...fields.rest()]
  // Each of those before is two texts in the file, a name and a value, and one here.
  const taken = fields.taken() - 2 * before.length
  const link = made.channels.map((channel) => linkedInPage(channel.value)).find(Boolean) ?? null
  return {
    kind: 'draft',
    line: 1,
    raw: null,
    draft: {
      kind: 'person',
      person: meeting ? { ...made, meeting } : made,
      beside,
      identity: { uid, link: uid === null ? link : null, table: null },
      kept: rest.map(({ name }) => name),
      rest,
      lost: [],
      account: { properties: taken + rest.length, understood: taken, kept: rest.length, lost: 0 },
    },
  }
}

/** What belongs to nobody and has no place here is said, and how much of it there was. */
export function* leftovers(field: string, count: number, reason: string): Generator<Drafted> {
  if (count === 0) return
  const what = count === 1 ? field : `${field} (${count})`
  yield { kind: 'lost', line: 1, what, reason, field, count }
}

/** The day of an instant as programs write it; null where it is none. */
export function dayBefore(written: unknown): Day | null {
  const day = typeof written === 'string' ? written.trim().slice(0, 10) : ''
  return isDay(day) ? day : null
}
