import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { SqliteAdapter } from 'kysely'
import type { Database, Tables } from './database.ts'

const patienceMilliseconds = 20_000

/**
 * Says, inside the transaction that removes something for good, that the file is to be swept when it is done. The mark
 * stands in the head of the file, so that it comes and goes with the transaction, and outlives a crash.
 */
export async function oweSweep(db: Database): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter)
    await sql`pragma user_version = 1`.execute(db)
}

/**
 * Removed rows stay readable in a SQLite file: in free pages, in gaps between rows, in the log beside it, in segments of
 * the search index, and in the samples of the planner. Writing the whole file anew leaves none of it.
 */
export async function sweepSqlite(writer: Kysely<Tables>): Promise<boolean> {
  return writer.connection().execute(async (db) => {
    if (!(await isOwed(db))) return false
    await patiently(async () => {
      await sql`insert into search_index(search_index) values ('optimize')`.execute(db)
      if (await hasSamples(db)) await sql`delete from sqlite_stat4`.execute(db)
      await sql`vacuum`.execute(db)
    })
    await patiently(() => emptyLog(db))
    await sql`pragma user_version = 0`.execute(db)
    return true
  })
}

async function isOwed(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
  return rows[0]?.user_version === 1
}

async function hasSamples(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema where name = 'sqlite_stat4'`.execute(db)
  return rows.length > 0
}

/** The write-ahead log, whose pages are what the file held before. Somebody who still reads is waited for. */
async function emptyLog(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
  if (rows[0]?.busy === 1) throw Object.assign(new Error('Somebody reads'), { code: 'SQLITE_BUSY' })
}

async function patiently(work: () => Promise<void>): Promise<void> {
  const until = performance.now() + patienceMilliseconds
  for (let wait = 5; ; wait = Math.min(wait * 2, 200)) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
      await pause(wait)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
