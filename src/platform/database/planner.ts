import { type Kysely, sql } from 'kysely'

const rowsOfOneOwner = 100_000
/** Columns that hold a handful of words; to know one of them still leaves many rows. */
const fewValued: ReadonlySet<string> = new Set(['binned', 'kind', 'mark', 'subject_kind', 'waking'])

/**
 * Left to itself SQLite believes that `owner_id = ?` leaves ten rows, and reads through all that an owner has rather
 * than look up a hundred ids. So it is told how it is: nearly everything is one owner's, and the next column decides.
 * (`sqlite_stat1`, https://sqlite.org/fileformat2.html#stat1tab; PostgreSQL learns this by itself.)
 */
export async function tellPlanner(db: Kysely<unknown>): Promise<void> {
  await sql`analyze`.execute(db)
  await sql`delete from sqlite_stat1`.execute(db)
  const { rows } = await sql<{ table: string; index: string; unique: number; columns: string }>`
    select owned.name as "table", listed."unique",
      iif(owned.wr and listed.origin = 'pk', owned.name, listed.name) as "index",
      (select group_concat(name) from pragma_index_info(listed.name)) as columns
    from pragma_table_list as owned, pragma_index_list(owned.name) as listed
    where owned.schema = 'main' and owned.type = 'table'`.execute(db)
  for (const { table, index, unique, columns } of rows) {
    const left = rowsLeft(columns.split(','), unique === 1)
    const stat = [rowsOfOneOwner, ...left].join(' ')
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${stat})`.execute(
      db,
    )
  }
  await sql`analyze sqlite_schema`.execute(db)
}

/** How many rows are left when the first column is known, then the first two, and so on. */
function rowsLeft(columns: readonly string[], unique: boolean): number[] {
  let rows = rowsOfOneOwner
  return columns.map((column, at) => {
    if (fewValued.has(column)) rows = Math.ceil(rows / 8)
    else if (column !== 'owner_id') rows = Math.min(rows, 10)
    if (unique && at === columns.length - 1) rows = 1
    return rows
  })
}
