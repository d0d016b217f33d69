import type { Model } from '../../craft/linkage/model.ts'
import type { Instant } from '../../kit/days.ts'
import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Change } from '../../platform/database/recorder.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'

/** When a look was done and under which id; null before the first. */
export async function lastLook(
  db: Database,
  owner: OwnerId,
): Promise<{ readonly look: string; readonly at: Instant } | null> {
  const row = await db
    .selectFrom('linkage_models')
    .select(['look_id', 'looked_at'])
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  return row ? { look: row.look_id, at: row.looked_at } : null
}

/** The look under which something found now is kept. */
export async function lookId(db: Database, owner: OwnerId): Promise<string> {
  return (await lastLook(db, owner))?.look ?? 'none yet'
}

export async function modelOf(db: Database, owner: OwnerId): Promise<Model | null> {
  const row = await db
    .selectFrom('linkage_models')
    .select('model')
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- keepModel wrote it
  return row ? (JSON.parse(row.model) as Model) : null
}

export async function keepModel(
  db: Database,
  owner: OwnerId,
  { look, at, model }: { readonly look: string; readonly at: Instant; readonly model: Model },
): Promise<void> {
  await db.deleteFrom('linkage_models').where('owner_id', '=', owner).execute()
  await db
    .insertInto('linkage_models')
    .values({ owner_id: owner, look_id: look, looked_at: at, model: JSON.stringify(model) })
    .execute()
}

/** Who waits for the next look, since they came or changed in a crowd. */
export async function addUnlooked(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<void> {
  await addRows(
    db,
    'people_unlooked',
    people.map((person_id) => ({ owner_id: owner, person_id })),
  )
}

export async function dropUnlooked(
  db: Database,
  owner: OwnerId,
  people: readonly string[] | 'all',
): Promise<void> {
  if (people !== 'all') {
    await removeRows(db, owner, { table: 'people_unlooked', column: 'person_id' }, people)
    return
  }
  await db.deleteFrom('people_unlooked').where('owner_id', '=', owner).execute()
}

export async function countUnlooked(db: Database, owner: OwnerId): Promise<number> {
  const row = await db
    .selectFrom('people_unlooked')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('owner_id', '=', owner)
    .executeTakeFirstOrThrow()
  return row.people
}

export async function revisionOf(db: Database, owner: OwnerId): Promise<number> {
  const row = await db
    .selectFrom('owners')
    .select('revision')
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  return row?.revision ?? 0
}

/** What the log says of things of one kind since a revision, in order. */
export async function changedAfter(
  db: Database,
  owner: OwnerId,
  revision: number,
  kind: string,
): Promise<Pick<Change, 'id' | 'before' | 'after'>[]> {
  return db
    .selectFrom('changes')
    .select(['id', 'before', 'after'])
    .where('owner_id', '=', owner)
    .where('revision', '>', revision)
    .where('kind', '=', kind)
    .orderBy('revision')
    .orderBy('ordinal')
    .execute()
}

/** People who are shown, not binned, in the order in which they were kept; `after` is the last one seen. */
export async function pageOfPeople(
  db: Database,
  owner: OwnerId,
  page: { readonly after: PersonId; readonly limit: number },
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('person_order')
    .select('person_id')
    .where('owner_id', '=', owner)
    .where('person_id', '>', page.after)
    .where('binned', '=', 0)
    .orderBy('person_id')
    .limit(page.limit)
    .execute()
  return rows.map((row) => row.person_id)
}
