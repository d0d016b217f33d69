import { type Insertable, sql } from 'kysely'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database, Tables } from './database.ts'
import { insertAll } from './inserts.ts'
import type { IndexTables } from './tables/notebook.ts'
import { inSlices } from './things.ts'

/**
 * Index rows, many at once; those already there stay. A NUL, which files bring and no text of PostgreSQL may hold,
 * becomes the sign for what cannot be shown, on both databases.
 */
export async function addRows<Table extends keyof Tables>(
  db: Database,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  // The full-text index writes a segment for every statement, and merges them all in the end.
  const into = { name: `into ${table}`, fewest: table === 'search_texts' }
  await insertAll(db, into, rows.map(withoutNul), (some) =>
    db
      .insertInto(table)
      .values(some)
      .onConflict((conflict) => conflict.doNothing()),
  )
}

function withoutNul<Row extends object>(row: Row): Row {
  const values: readonly unknown[] = Object.values(row)
  if (!values.some((value) => typeof value === 'string' && value.includes('\0'))) return row
  const clean = Object.entries(row).map(([column, value]: [string, unknown]) => [
    column,
    typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value,
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same columns with the same kinds of values
  return Object.fromEntries(clean) as Row
}

/** Takes out all index rows of these things; `column` names the thing. */
export async function removeRows<Table extends IndexTable>(
  db: Database,
  owner: OwnerId,
  from: { readonly table: Table; readonly column: keyof Tables[Table] & string },
  ids: readonly string[],
): Promise<void> {
  for (const some of inSlices(ids)) {
    await db
      .deleteFrom<IndexTable>(from.table)
      .where('owner_id', '=', owner)
      .where(db.dynamic.ref(from.column), 'in', some)
      .execute()
  }
}

/** What the index rows of these things hold in one column, in no order; `column` names the thing, `gives` the other. */
export async function lookUp<Table extends IndexTable>(
  db: Database,
  owner: OwnerId,
  from: {
    readonly table: Table
    readonly column: keyof Tables[Table] & string
    readonly gives: keyof Tables[Table] & string
  },
  ids: readonly string[],
): Promise<string[]> {
  const found: string[] = []
  for (const some of inSlices(ids)) {
    const { rows } = await sql<{ value: string }>`
      select ${sql.ref(from.gives)} as value from ${sql.table(from.table)}
      where owner_id = ${owner} and ${sql.ref(from.column)} in (${sql.join(some)})`.execute(db)
    found.push(...rows.map(({ value }) => value))
  }
  return found
}

type IndexTable = keyof IndexTables
