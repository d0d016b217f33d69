import type { Day } from '../../kit/days.ts'
import { type ImportId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, lookUp, removeRows } from '../../platform/database/rows.ts'
import {
  inSlices,
  type Kept,
  type Kind,
  loadAll,
  pageOfIds,
} from '../../platform/database/things.ts'
import type { Exchange } from './exchange.ts'

export const exchangeKind: Kind<Exchange> = {
  name: 'exchange',
  table: 'exchanges',
  binnedOn: () => null,
  index: indexExchanges,
}

async function indexExchanges(
  db: Database,
  owner: OwnerId,
  exchanges: Kept<Exchange>,
): Promise<void> {
  await removeRows(db, owner, { table: 'exchange_people', column: 'exchange_id' }, [
    ...exchanges.keys(),
  ])
  const rows = [...exchanges.values()].flatMap((one) =>
    one === null
      ? []
      : [{ owner_id: owner, exchange_id: one.id, person_id: one.person, day: one.day }],
  )
  await addRows(db, 'exchange_people', rows)
}

/** When each of these records last met, called or wrote elsewhere. */
export async function lastExchanges(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Day>> {
  const found = new Map<PersonId, Day>()
  if (people.length === 0 || !(await anyExchange(db, owner))) return found
  for (const some of inSlices(people)) {
    const rows = await db
      .selectFrom('exchange_people')
      .select((eb) => ['person_id', eb.fn.max('day').as('day')])
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .groupBy('person_id')
      .execute()
    for (const { person_id, day } of rows) found.set(person_id, day)
  }
  return found
}

/** On how many days there was contact with the records of one person; a day that two of them tell of is one. */
export async function countDaysOfContact(
  db: Database,
  owner: OwnerId,
  records: readonly PersonId[],
): Promise<number> {
  const { days } = await db
    .selectFrom('exchange_people')
    .select((eb) => eb.fn.count<number>('day').distinct().as('days'))
    .where('owner_id', '=', owner)
    .where('person_id', 'in', records)
    .executeTakeFirstOrThrow()
  return days
}

async function anyExchange(db: Database, owner: OwnerId): Promise<boolean> {
  const row = await db
    .selectFrom('exchange_people')
    .select('day')
    .where('owner_id', '=', owner)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The newest exchanges of these records, the latest first. */
export async function exchangesWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
  limit: number,
): Promise<Exchange[]> {
  const rows = await db
    .selectFrom('exchange_people')
    .select('exchange_id')
    .where('owner_id', '=', owner)
    .where('person_id', 'in', people)
    .orderBy('day', 'desc')
    .orderBy('exchange_id')
    .limit(limit)
    .execute()
  const ids = rows.map((row) => row.exchange_id)
  return [...(await loadAll(db, owner, exchangeKind, ids)).values()]
}

/** All exchanges of these records; most notebooks hold none. */
export async function allExchangesOf(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Exchange[]> {
  if (people.length === 0 || !(await anyExchange(db, owner))) return []
  const of = { table: 'exchange_people', column: 'person_id', gives: 'exchange_id' } as const
  const ids = await lookUp(db, owner, of, people)
  return [...(await loadAll(db, owner, exchangeKind, ids)).values()]
}

/** The next exchanges in the order of their ids, and the last id looked at; null at the end. */
export async function exchangePage(
  db: Database,
  owner: OwnerId,
  from: ImportId,
  page: { readonly after: string; readonly limit: number },
): Promise<{ readonly exchanges: Exchange[]; readonly last: string | null }> {
  const ids = await pageOfIds(db, owner, exchangeKind, page)
  const all = [...(await loadAll(db, owner, exchangeKind, ids)).values()]
  const exchanges = all.filter(({ sources }) => sources.some((source) => source.id === from))
  return { exchanges, last: ids.length < page.limit ? null : (ids.at(-1) ?? null) }
}
