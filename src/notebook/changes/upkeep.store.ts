import type { Instant } from '../../kit/days.ts'
import type { OwnerId } from '../../kit/ids.ts'
import { digestsIn } from '../../platform/database/contents.ts'
import type { Database } from '../../platform/database/database.ts'
import { thingTables, type ThingTable } from '../../platform/database/tables/notebook.ts'
import { pageOfIds } from '../../platform/database/things.ts'

/** A page of something long: what was found in it, and where the next begins; null behind the last. */
export interface Page<From> {
  readonly digests: readonly string[]
  readonly next: From | null
}

export interface PlaceInThings {
  readonly table: ThingTable
  readonly after: string
}

export interface PlaceInLog {
  readonly revision: number
  readonly ordinal: number
}

const documentsAtOnce = 50
const rowsAtOnce = 200

export const firstThing: PlaceInThings = { table: thingTables[0], after: '' }

/** What documents refer to, a few at a time. */
export async function digestsInThings(
  db: Database,
  owner: OwnerId,
  { table, after }: PlaceInThings,
): Promise<Page<PlaceInThings>> {
  const ids = await pageOfIds(db, owner, { table }, { after, limit: documentsAtOnce })
  const rows = ids.length
    ? await db
        .selectFrom(table)
        .select('doc')
        .where('owner_id', '=', owner)
        .where('id', 'in', ids)
        .execute()
    : []
  const digests = rows.flatMap(({ doc }) => digestsIn(doc))
  if (ids.length === documentsAtOnce) return { digests, next: { table, after: ids.at(-1) ?? '' } }
  const following = thingTables[thingTables.indexOf(table) + 1]
  return { digests, next: following ? { table: following, after: '' } : null }
}

/** What changes behind this place in the log refer to, and where it was read to; `next` stays where it is at the end. */
export async function digestsInLog(
  db: Database,
  owner: OwnerId,
  { revision, ordinal }: PlaceInLog,
): Promise<{ digests: string[]; next: PlaceInLog; isEnd: boolean }> {
  const rows = await db
    .selectFrom('changes')
    .select(['revision', 'ordinal', 'before', 'after'])
    .where('owner_id', '=', owner)
    .where((eb) =>
      eb.or([
        eb('revision', '>', revision),
        eb.and([eb('revision', '=', revision), eb('ordinal', '>', ordinal)]),
      ]),
    )
    .orderBy('revision')
    .orderBy('ordinal')
    .limit(documentsAtOnce)
    .execute()
  const last = rows.at(-1)
  return {
    digests: rows.flatMap(({ before, after }) => digestsIn(`${before ?? ''} ${after ?? ''}`)),
    next: last ? { revision: last.revision, ordinal: last.ordinal } : { revision, ordinal },
    isEnd: rows.length < documentsAtOnce,
  }
}

/** The digests of answers that are kept for their keys, of writes behind this revision. */
export async function answersKept(
  db: Database,
  owner: OwnerId,
  after: number,
): Promise<Page<number>> {
  const rows = await db
    .selectFrom('writes')
    .select(['revision', 'answer'])
    .where('owner_id', '=', owner)
    .where('answer', 'is not', null)
    .where('revision', '>', after)
    .orderBy('revision')
    .limit(rowsAtOnce)
    .execute()
  return {
    digests: rows.flatMap(({ answer }) => answer ?? []),
    next: rows.length === rowsAtOnce ? (rows.at(-1)?.revision ?? null) : null,
  }
}

/** The last revision written before this instant. */
export async function revisionBefore(db: Database, owner: OwnerId, at: Instant): Promise<number> {
  const row = await db
    .selectFrom('writes')
    .select('revision')
    .where('owner_id', '=', owner)
    .where('at', '<', at)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.revision ?? 0
}

/** Lets go of some of the answers up to a revision; how many there were. Their bytes go with those nothing refers to. */
export async function forgetAnswers(db: Database, owner: OwnerId, upTo: number): Promise<number> {
  const rows = await db
    .selectFrom('writes')
    .select('revision')
    .where('owner_id', '=', owner)
    .where('answer', 'is not', null)
    .where('revision', '<=', upTo)
    .orderBy('revision')
    .limit(rowsAtOnce)
    .execute()
  if (rows.length === 0) return 0
  await db
    .updateTable('writes')
    .set({ answer: null })
    .where('owner_id', '=', owner)
    .where(
      'revision',
      'in',
      rows.map((row) => row.revision),
    )
    .execute()
  return rows.length
}

export async function contentsPage(
  db: Database,
  owner: OwnerId,
  after: string,
): Promise<Page<string>> {
  const rows = await db
    .selectFrom('contents')
    .select('digest')
    .where('owner_id', '=', owner)
    .where('digest', '>', after)
    .orderBy('digest')
    .limit(rowsAtOnce)
    .execute()
  return {
    digests: rows.map(({ digest }) => digest),
    next: rows.length === rowsAtOnce ? (rows.at(-1)?.digest ?? null) : null,
  }
}

/** `digests` are at most a page of them. */
export async function removeContents(
  db: Database,
  owner: OwnerId,
  digests: readonly string[],
): Promise<void> {
  if (digests.length === 0) return
  await db
    .deleteFrom('contents')
    .where('owner_id', '=', owner)
    .where('digest', 'in', digests)
    .execute()
}
