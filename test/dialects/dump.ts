import { sql } from 'kysely'
import type { OwnerId } from '../../src/kit/ids.ts'
import type { Database } from '../../src/platform/database/database.ts'

/** Rows as text with sorted columns, in the order of the text: two databases give the same or mean something else. */
export async function dump(
  db: Database,
  owner: OwnerId,
  tables: readonly string[],
  columns: string,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.raw(columns)} from ${sql.table(table)} where owner_id = ${owner}`.execute(db)
    found[table] = rows
      .map(({ words: _words, ...row }) => JSON.stringify(row, Object.keys(row).toSorted()))
      .toSorted()
  }
  return found
}
