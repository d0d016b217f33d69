import { type ColumnDataType, type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * Tables as migrations write them down. A column is `text`, `integer`, `bigint` or `bytes`, with `?` where it may be
 * empty. Text compares byte by byte on both databases; folding and order are computed by us.
 */
export type Written = Readonly<Record<string, WrittenTable>>

interface WrittenTable {
  readonly columns: Readonly<Record<string, string>>
  readonly key: readonly string[]
}

/** Named after the table and the columns, without the owner, who leads them all. */
export type Indexes = readonly (readonly [table: string, ...columns: string[]])[]

/** Documents under their owner: see things.ts. */
export const tableOfThings: WrittenTable = {
  columns: { owner_id: 'text', id: 'text', revision: 'bigint', binned_on: 'text?', doc: 'text' },
  key: ['owner_id', 'id'],
}

export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

export async function createTables(db: Kysely<unknown>, tables: Written): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table)
}

export async function createIndexes(db: Kysely<unknown>, indexes: Indexes): Promise<void> {
  for (const [table, ...columns] of indexes) {
    await db.schema
      .createIndex(`${table}_by_${columns.filter((column) => column !== 'owner_id').join('_')}`)
      .on(table)
      .columns(columns)
      .execute()
  }
}

async function createTable(db: Kysely<unknown>, name: string, shape: WrittenTable): Promise<void> {
  const postgres = isPostgres(db)
  let table = db.schema.createTable(name)
  for (const [column, written] of Object.entries(shape.columns)) {
    const type = typeOf(written.replace('?', ''), postgres)
    table = table.addColumn(column, type, (made) => (written.endsWith('?') ? made : made.notNull()))
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the columns were just added, which their type cannot know
  const constrained = table.addPrimaryKeyConstraint(`${name}_key`, [...shape.key] as never[])
  // A row that is hardly more than its key needs no second copy of it.
  const slim = Object.keys(shape.columns).length - shape.key.length <= 1
  const lean = slim && !postgres && !shape.columns['bytes']
  await (lean ? constrained.modifyEnd(sql`without rowid`) : constrained).execute()
}

function typeOf(written: string, postgres: boolean): ColumnDataType | ReturnType<typeof sql> {
  if (written === 'bytes') return postgres ? 'bytea' : 'blob'
  if (written === 'text') return postgres ? sql`text collate "C"` : 'text'
  return written === 'bigint' ? 'bigint' : 'integer'
}

/** Does something as each owner in turn: on PostgreSQL the rows of others are hidden from a migration too. */
export async function asEachOwner(
  db: Kysely<unknown>,
  work: (owner: string) => Promise<void>,
): Promise<void> {
  const accounts = await sql<{ owner: string }>`select owner_id as owner from accounts`.execute(db)
  for (const { owner } of accounts.rows) {
    if (isPostgres(db)) await sql`select set_config('sobremesa.owner', ${owner}, true)`.execute(db)
    await work(owner)
  }
}
