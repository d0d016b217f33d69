import type { Day } from '../../kit/days.ts'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from './database.ts'
import { insertAll } from './inserts.ts'
import type { ThingTable } from './tables/notebook.ts'

/** A document or nothing: nothing is how a thing that goes is said. */
export type Kept<Doc> = ReadonlyMap<string, Doc | null>

/**
 * One kind of thing that the log knows: where its documents stand, and how the indexes that
 * are asked of many such things are brought in line with a document that came, changed or went.
 */
export interface Kind<Doc> {
  readonly name: string
  readonly table: ThingTable
  readonly binnedOn: (doc: Doc) => Day | null
  readonly index: (db: Database, owner: OwnerId, things: Kept<Doc>) => Promise<void>
}

/** SQLite takes at most 32,766 values in one statement; we stay far below. */
const rowsAtOnce = 200

/** Documents in the order of the ids given, whatever order the database finds them in; unknown ids are left out. */
export async function loadAll<Doc>(
  db: Database,
  owner: OwnerId,
  kind: Kind<Doc>,
  ids: readonly string[],
): Promise<Map<string, Doc>> {
  const found = new Map<string, string>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom(kind.table)
      .select(['id', 'doc'])
      .where('owner_id', '=', owner)
      .where('id', 'in', some)
      .execute()
    for (const { id, doc } of rows) found.set(id, doc)
  }
  return new Map(
    [...new Set(ids)].flatMap((id) => {
      const doc = found.get(id)
      return doc === undefined ? [] : [[id, documentOf(kind, doc)]]
    }),
  )
}

export async function load<Doc>(
  db: Database,
  owner: OwnerId,
  kind: Kind<Doc>,
  id: string,
): Promise<Doc | null> {
  return (await loadAll(db, owner, kind, [id])).get(id) ?? null
}

/** The ids of a kind in the order they were made in; `after` is the last id seen. */
export async function pageOfIds(
  db: Database,
  owner: OwnerId,
  kind: { readonly table: ThingTable },
  page: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom(kind.table)
    .select('id')
    .where('owner_id', '=', owner)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Puts documents in their place, without telling the log; only `recorder.ts` may. */
export async function store<Doc>(
  db: Database,
  owner: OwnerId,
  kind: Kind<Doc>,
  change: {
    readonly revision: number
    readonly things: Kept<Doc>
    /** The documents as text, which the log needed too. */
    readonly texts: ReadonlyMap<string, string>
  },
): Promise<void> {
  const gone = [...change.things].flatMap(([id, doc]) => (doc === null ? [id] : []))
  for (const ids of inSlices(gone)) {
    await db.deleteFrom(kind.table).where('owner_id', '=', owner).where('id', 'in', ids).execute()
  }
  const rows = [...change.things].flatMap(([id, doc]) =>
    doc === null
      ? []
      : {
          owner_id: owner,
          id,
          revision: change.revision,
          binned_on: kind.binnedOn(doc),
          doc: change.texts.get(id) ?? JSON.stringify(doc),
        },
  )
  await insertAll(db, { name: `keep in ${kind.table}` }, rows, (some) =>
    db
      .insertInto(kind.table)
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['owner_id', 'id']).doUpdateSet((row) => ({
          revision: row.ref('excluded.revision'),
          binned_on: row.ref('excluded.binned_on'),
          doc: row.ref('excluded.doc'),
        })),
      ),
  )
  await kind.index(db, owner, change.things)
}

export function inSlices<T>(all: readonly T[], size = rowsAtOnce): T[][] {
  const slices: T[][] = []
  for (let at = 0; at < all.length; at += size) slices.push(all.slice(at, at + size))
  return slices
}

/** A document of this kind from its text, in its table or in the log. */
export function documentOf<Doc>(_kind: Kind<Doc>, text: string): Doc {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `store` and the recorder write it, and they took a Doc
  return JSON.parse(text) as Doc
}
