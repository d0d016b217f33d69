import type { PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import type { Group } from './bond.ts'
import type { Answering } from './consent.ts'
import { type Edit, edited, substance } from './edit.ts'
import { isMet, leadingFirst, type List, lists, recordsFor, sameness, toldBy } from './merged.ts'
import type { Person, Standing } from './person.ts'
import { spreadWords } from './spread-words.ts'

/** Somebody who stands in several records, and the record to which what is new is given. */
export interface Spreading {
  readonly group: Pick<Group, 'choices'>
  readonly records: readonly Person[]
  readonly to: PersonId
}

/**
 * The records after an edit of the person they show: what a record has is changed there and goes from there, what is
 * new goes to one. What a choice hides is not touched, since whoever edits did not see it.
 */
export function spread(spreading: Spreading, edit: Edit, by: Source): Person[] {
  const records = new Map(spreading.records.map((record) => [record.id, record]))
  const change = (changed: readonly Person[]) => {
    for (const record of changed) records.set(record.id, record)
  }
  const told = () => toldBy([...records.values()])
  for (const list of lists) {
    const wanted = wantedIn(edit, list)
    if (wanted) change(spreadList({ ...seen(spreading, told(), list), list, wanted, by }))
  }
  if (edit.name !== undefined) {
    const [leading] = leadingFirst(spreading.group, told())
    const names = edit.names && leading?.names
    if (leading) change([edited(leading, { name: edit.name, names }, by)])
  }
  if (edit.fields) change(spreadFields(seen(spreading, told(), 'fields'), edit.fields))
  if (edit.meeting) {
    const { visible, home } = seen(spreading, told(), 'meeting')
    change([edited(visible.find(isMet) ?? home, { meeting: edit.meeting }, by)])
  }
  if (edit.words !== undefined) {
    const { visible, home } = seen(spreading, told(), 'words')
    change(spreadWords(visible, home, edit.words))
  }
  if (edit.consent) change(spreadAnswer(told(), spreading.to, edit.consent, by))
  return [...records.values()]
}

/** What somebody answered holds in all their records; that they said so is written down where it was given. */
function spreadAnswer(told: readonly Person[], to: PersonId, answer: Answering, by: Source) {
  const home = told.find(({ id }) => id === to) ?? told[0]
  return told.map((record) => {
    const after = edited(record, { consent: answer }, by)
    return record === home ? after : { ...record, consent: after.consent }
  })
}

/**
 * What is said of a person is changed in all records that say it; where none does, in the one it is given to. What a
 * choice hides is not touched here either.
 */
export function spreadOver(
  spreading: Spreading,
  what: List | 'fields',
  each: {
    readonly has: (record: Person) => boolean
    readonly change: (record: Person) => Person
  },
): Person[] {
  const { visible, home } = seen(spreading, toldBy(spreading.records), what)
  const there = visible.filter(each.has)
  const changed = new Set(there.length ? there : [home])
  return spreading.records.map((record) => (changed.has(record) ? each.change(record) : record))
}

/** The records of which a part is shown. */
export function seenBy(spreading: Spreading, what: List | 'fields'): readonly Person[] {
  return seen(spreading, toldBy(spreading.records), what).visible
}

interface Seen {
  readonly visible: readonly Person[]
  readonly home: Person
}

function seen(
  spreading: Spreading,
  told: readonly Person[],
  what: List | 'fields' | 'meeting' | 'words',
): Seen {
  const visible = recordsFor(spreading.group, told, what)
  const [first] = visible
  if (!first) throw new Error('A person without records is not edited')
  return { visible, home: visible.find(({ id }) => id === spreading.to) ?? first }
}

type Value = Readonly<Record<string, unknown>>

function wantedIn(edit: Edit, list: List): readonly object[] | undefined {
  return list === 'labels' ? edit.labels?.map((word) => ({ word: word.trim() })) : edit[list]
}

interface SpreadList extends Seen {
  readonly list: List
  readonly wanted: readonly object[]
  readonly by: Source
}

function spreadList({ visible, home, list, wanted, by }: SpreadList): Person[] {
  const there = new Set(visible.flatMap((record) => record[list].map((one) => sameness(list, one))))
  const stays = new Set(wanted.map((one) => sameness(list, one)))
  const gone = new Map(
    visible.flatMap((record) =>
      record[list]
        .filter((one) => !stays.has(sameness(list, one)))
        .map((one) => [substance(one), one] as const),
    ),
  )
  const fresh = distinctBy(
    wanted.filter((one) => !there.has(sameness(list, one))),
    (one) => sameness(list, one),
  )
  const instead = new Map<string, object>()
  const left = fresh.filter((one) => {
    const [old] = [...gone].find(([, before]) => isAlike(list, asValue(before), asValue(one))) ?? []
    if (old === undefined) return true
    gone.delete(old)
    instead.set(old, one)
    return false
  })
  const sourced = (one: object) => ({ ...one, sources: [by] })
  return visible.map((record) => {
    const kept = record[list].flatMap((one: object) => {
      if (stays.has(sameness(list, one))) return [one]
      const now = instead.get(substance(one))
      return now ? [sourced(now)] : []
    })
    const added = record === home ? left.map(sourced) : []
    return { ...record, [list]: [...kept, ...added] }
  })
}

function asValue(one: object): Value {
  return { ...one }
}

/** Whether one value is another put right, rather than a second beside it. */
function isAlike(list: List, before: Value, now: Value): boolean {
  const [needed, ...either] = alikeIn[list]
  const same = (key: string) => (before[key] ?? null) === (now[key] ?? null)
  return needed.every(same) && (either.length === 0 || either.flat().some(same))
}

/** What must be the same, then of what one part at least. */
const alikeIn: Readonly<Record<List, readonly [readonly string[], ...(readonly string[])[]]>> = {
  names: [['part']],
  channels: [['kind'], ['value', 'label']],
  roles: [[], ['organisation', 'title']],
  places: [['label']],
  dates: [['what']],
  labels: [['word']],
}

function distinctBy<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()]
}

function spreadFields({ visible, home }: Seen, wanted: readonly Standing[]): Person[] {
  const by = new Map(wanted.map((standing) => [standing.field, standing]))
  const there = new Set(visible.flatMap(({ fields }) => fields.map(({ field }) => field)))
  const fresh = [...by.values()].filter(({ field }) => !there.has(field))
  return visible.map((record) => {
    const kept = record.fields.flatMap(({ field }) => by.get(field) ?? [])
    return { ...record, fields: [...kept, ...(record === home ? fresh : [])] }
  })
}
