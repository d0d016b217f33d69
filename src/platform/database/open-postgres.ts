import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool, types } from 'pg'
import { isId, type OwnerId } from '../../kit/ids.ts'
import type { Database, OnDisk, Store, Tables } from './database.ts'
import { standsAboveRules } from './row-level-security.ts'

const int8 = 20

type Work<T> = (db: Database) => Promise<T>

/**
 * PostgreSQL, for a server that many share. Every transaction names its owner, and row-level security does the rest:
 * a query that forgot the owner would find nothing. Who stands above row-level security, as a superuser does, takes
 * the role `sobremesa_app`, which it binds.
 */
export function openPostgres(url: string): Store {
  const pool = new Pool({ connectionString: url, max: 12, types: { getTypeParser } })
  // A server that goes away between queries must not end the process; the next query tells its caller.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  let takeRole: string | null = null
  /** In one transaction: whose rows may be seen, then the work. */
  function asOwner<T>(owner: OwnerId | null, work: Work<T>, onDisk: OnDisk = 'at once') {
    return async (trx: Transaction<Tables>): Promise<T> => {
      if (onDisk === 'soon') await sql`set local synchronous_commit = off`.execute(trx)
      if (owner === null) return work(trx)
      if (!isId(owner)) throw new Error(`Not an owner: ${owner}`)
      takeRole ??= (await standsAboveRules(trx)) ? 'set local role sobremesa_app; ' : ''
      await sql.raw(`${takeRole}set local sobremesa.owner = '${owner}'`).execute(trx)
      return work(trx)
    }
  }
  return {
    dialect: 'postgres',
    read: (owner, work) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(asOwner(owner, work)),
    write: (owner, work, onDisk) => db.transaction().execute(asOwner(owner, work, onDisk)),
    // The server's own vacuum clears the rows that are gone; nobody but its superuser can read them until then.
    sweep: async () => false,
    schema: db,
    async stamp() {
      const { rows } = await sql<{
        stamp: string
      }>`select pg_current_wal_lsn()::text as stamp`.execute(db)
      return rows[0]?.stamp ?? ''
    },
    close: () => db.destroy(),
  }
}

const getTypeParser: typeof types.getTypeParser = (type: number, format?: 'text' | 'binary') =>
  type === int8 ? Number : types.getTypeParser(type, format)
