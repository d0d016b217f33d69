import { sql } from 'kysely'
import { PostgresAdapter } from 'kysely'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { searchWords } from '../../platform/database/search-text.ts'

export interface FoundText {
  readonly kind: string
  readonly id: string
}

/**
 * Texts that hold every word typed, the last as a beginning; the newest first. `words` are folded letters and digits
 * alone, so that they mean the same in both databases' query languages.
 */
export async function textsWith(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
  limit: number,
): Promise<FoundText[]> {
  if (words.length === 0) return []
  const looked = words.flatMap(searchWords)
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  return postgres ? inPostgres(db, owner, looked, limit) : inSqlite(db, owner, looked, limit)
}

async function inSqlite(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
  limit: number,
): Promise<FoundText[]> {
  const query = words.map((word) => `"${word}"*`).join(' AND ')
  const { rows } = await sql<FoundText>`
    select texts.kind, texts.id from search_index
    join search_texts texts on texts.rowid = search_index.rowid
    where search_index match ${query} and texts.owner_id = ${owner}
    order by texts.day desc, texts.id desc limit ${limit}`.execute(db)
  return rows
}

async function inPostgres(
  db: Database,
  owner: OwnerId,
  words: readonly string[],
  limit: number,
): Promise<FoundText[]> {
  const query = words.map((word) => `${word}:*`).join(' & ')
  const { rows } = await sql<FoundText>`
    select kind, id from search_texts
    where owner_id = ${owner} and words @@ to_tsquery('simple', ${query})
    order by day desc nulls last, id desc limit ${limit}`.execute(db)
  return rows
}

/** Fields and organisations whose name begins so. */
export async function nounsBeginning(
  db: Database,
  owner: OwnerId,
  prefix: string,
  limit: number,
): Promise<{ kind: 'field' | 'organisation'; id: string }[]> {
  const rows = await db
    .selectFrom('noun_keys')
    .select(['kind', 'id'])
    .distinct()
    .where('owner_id', '=', owner)
    .where('kind', 'in', ['field', 'organisation'])
    .where('key', '>=', prefix)
    .where('key', '<', `${prefix}\u{10ffff}`)
    .orderBy('kind')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ kind, id }) => (kind === 'topic' ? [] : [{ kind, id }]))
}

/** The notes that hold lines off the record: where to look when somebody asks for these too. */
export async function notesWithClosedLines(db: Database, owner: OwnerId): Promise<string[]> {
  const rows = await db
    .selectFrom('lines')
    .select('note_id')
    .distinct()
    .where('owner_id', '=', owner)
    .where('off_record', '=', 1)
    .orderBy('note_id')
    .limit(5000)
    .execute()
  return rows.map((row) => row.note_id)
}
