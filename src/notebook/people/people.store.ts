import type { Day } from '../../kit/days.ts'
import { id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices, type Kind, loadAll } from '../../platform/database/things.ts'
import { keyOf } from '../nouns/noun.ts'
import { headsOf } from './groups.store.ts'
import { indexPeople } from './person-index.store.ts'
import type { Person } from './person.ts'

export const personKind: Kind<Person> = {
  name: 'person',
  table: 'people',
  binnedOn: (person) => person.binnedOn,
  index: indexPeople,
}

/** A line of the list of people: no more than the list shows. */
export interface PersonRow {
  readonly id: PersonId
  readonly name: string
  readonly line: string
  readonly spokeOn: Day | null
}

export interface PeopleFilter {
  /** Ids that mean one field, after merges; the same for the organisation. */
  readonly fields?: readonly string[] | undefined
  readonly label?: string | undefined
  readonly organisations?: readonly string[] | undefined
  readonly spoken?: 'yes' | 'not-yet' | undefined
}

/** People in the order of their names; `after` is the last row's order key and id. */
export async function listPeople(
  db: Database,
  owner: OwnerId,
  filter: PeopleFilter,
  page: { readonly after: readonly string[] | null; readonly limit: number },
): Promise<(PersonRow & { readonly key: string })[]> {
  let query = db
    .selectFrom('person_order')
    .select(['person_id', 'name', 'line', 'spoke_day', 'name_key'])
    .where('owner_id', '=', owner)
    .where('binned', '=', 0)
  const [key, last] = page.after ?? []
  if (key !== undefined && last !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb('name_key', '>', key),
        eb.and([eb('name_key', '=', key), eb('person_id', '>', id('person', last))]),
      ]),
    )
  }
  if (filter.spoken)
    query = query.where('spoke_day', filter.spoken === 'yes' ? 'is not' : 'is', null)
  const wanted = [
    ['field', filter.fields],
    ['label', filter.label === undefined ? undefined : [keyOf(filter.label)]],
    ['organisation', filter.organisations],
  ] as const
  for (const [kind, keys] of wanted) {
    if (keys === undefined) continue
    query = query.where('person_id', 'in', (eb) =>
      eb
        .selectFrom('person_keys')
        .select('person_id')
        .where('owner_id', '=', owner)
        .where('kind', '=', kind)
        .where('key', 'in', keys),
    )
  }
  const rows = await query.orderBy('name_key').orderBy('person_id').limit(page.limit).execute()
  return rows.map((row) => ({ ...rowOf(row), key: row.name_key }))
}

export async function countPeople(db: Database, owner: OwnerId): Promise<number> {
  const row = await db
    .selectFrom('person_order')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('owner_id', '=', owner)
    .where('binned', '=', 0)
    .executeTakeFirstOrThrow()
  return row.count
}

/** The rows of these people in the order of the ids given; records that are one person give one row. */
export async function peopleRows(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<PersonRow[]> {
  const rows = await rowsByRecord(db, owner, ids)
  return [...new Set(ids.flatMap((one) => rows.get(one) ?? []))]
}

/** The row of each of these people by the id asked for, which may be that of any of their records. */
export async function rowsByRecord(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, PersonRow>> {
  const rows = await rowsOfHeads(db, owner, ids)
  // Only a head has a row, so a notebook without merges is asked once.
  const missing = ids.filter((one) => !rows.has(one))
  if (missing.length === 0) return rows
  const heads = await headsOf(db, owner, missing)
  const more = await rowsOfHeads(db, owner, [...new Set(heads.values())])
  for (const [one, head] of heads) {
    const row = rows.get(head) ?? more.get(head)
    if (row) rows.set(one, row)
  }
  return rows
}

async function rowsOfHeads(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, PersonRow>> {
  const rows = new Map<PersonId, PersonRow>()
  for (const some of inSlices(ids)) {
    const found = await db
      .selectFrom('person_order')
      .select(['person_id', 'name', 'line', 'spoke_day'])
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
    for (const row of found) rows.set(row.person_id, rowOf(row))
  }
  return rows
}

function rowOf(row: {
  person_id: PersonId
  name: string
  line: string
  spoke_day: Day | null
}): PersonRow {
  return { id: row.person_id, name: row.name, line: row.line, spokeOn: row.spoke_day }
}

/** Everybody's labels with how many carry them, and one of these, who knows how the label is written. */
export async function labelsInUse(
  db: Database,
  owner: OwnerId,
): Promise<{ key: string; people: number; one: PersonId }[]> {
  const rows = await db
    .selectFrom('person_keys')
    .select((eb) => [
      'key',
      eb.fn.countAll<number>().as('people'),
      eb.fn.min('person_id').as('one'),
    ])
    .where('owner_id', '=', owner)
    .where('kind', '=', 'label')
    .groupBy('key')
    .orderBy('key')
    .execute()
  return rows
}

/** The records under these ids, each as it is by itself; how somebody is shown is asked of `groups.store.ts`. */
export async function loadPeople(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<string, Person>> {
  return loadAll(db, owner, personKind, ids)
}
