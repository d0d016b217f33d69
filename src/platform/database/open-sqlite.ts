import { setTimeout as pause } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3-multiple-ciphers'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type SqliteDialectConfig,
} from 'kysely'
import { Problem } from '../../kit/problem.ts'
import type { Database, Store, Tables } from './database.ts'
import { withStatements } from './statements.ts'
import { sweepSqlite } from './sweeping.ts'

const patienceMilliseconds = 20_000

/**
 * The embedded store: one file, one connection that writes and one that reads, so that reading goes on
 * while an import writes. `path` is a file; the folder must exist. WAL and `synchronous = full`:
 * a write that returned is on disk.
 */
export function openSqlite(path: string): Store {
  const writing = openFile(path, { readonly: false })
  const reading = openFile(path, { readonly: true })
  const writer = new Kysely<Tables>({
    dialect: new PatientDialect({ database: withStatements(writing) }),
  })
  const reader = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: withStatements(reading) }),
  })
  return {
    dialect: 'sqlite',
    read: (_owner, work) => reader.transaction().execute(work),
    write: (_owner, work, onDisk = 'at once') =>
      onDisk === 'at once'
        ? writer.transaction().execute(work)
        : writer.connection().execute((held) => unhurried(writing, held, work)),
    sweep: () => sweepSqlite(writer),
    schema: writer,
    stamp: async () => String(reading.pragma('data_version', { simple: true })),
    async close() {
      await reader.destroy()
      await writer.destroy()
      // A store that was opened and never asked has no driver yet, so its files are closed here.
      for (const file of [reading, writing]) if (file.open) file.close()
    },
  }
}

/** SQLite heeds this between transactions only; whoever holds the one connection that writes is alone with it. */
async function unhurried<T>(
  file: SqliteFile.Database,
  held: Database,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  file.pragma('synchronous = normal')
  try {
    return await held.transaction().execute(work)
  } finally {
    file.pragma('synchronous = full')
  }
}

function openFile(path: string, { readonly }: { readonly: boolean }): SqliteFile.Database {
  const file = new SqliteFile(path, { readonly, timeout: readonly ? 5000 : 0 })
  if (!readonly) {
    file.pragma('busy_timeout = 5000')
    // A person with provenance takes two kilobytes: of pages of four, the half would stay empty. Heeded by new files.
    file.pragma('page_size = 8192')
    file.pragma('journal_mode = wal')
    file.pragma('synchronous = full')
    file.pragma('busy_timeout = 0')
    // 32 MB: a page that an import changes again and again goes into the file itself less often.
    file.pragma('wal_autocheckpoint = 4000')
  }
  file.pragma('foreign_keys = on')
  file.pragma('temp_store = memory')
  // An import writes into every index at random places; what it cannot hold at once it reads and writes again.
  file.pragma(`cache_size = ${readonly ? -8000 : -32_000}`)
  return file
}

class PatientDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }
  override createAdapter(): SqliteAdapter {
    return new AtomicAdapter()
  }
  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#config)
  }
}

/** SQLite takes back a `create table` with its transaction, so a migration that is cut off leaves nothing behind. */
class AtomicAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * Another process may be writing to the same file. SQLite's own waiting would stop the whole event
 * loop, so we ask, and ask again a little later.
 */
class PatientDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const until = performance.now() + patienceMilliseconds
    for (let wait = 1; ; wait = Math.min(wait * 2, 5)) {
      if (await this.#began(connection)) return
      if (performance.now() > until) throw stillBusy()
      await pause(wait)
    }
  }

  async #began(connection: DatabaseConnection): Promise<boolean> {
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
      return true
    } catch (error) {
      if (error instanceof SqliteFile.SqliteError && error.code.startsWith('SQLITE_BUSY'))
        return false
      throw error
    }
  }
}

function stillBusy(): Problem {
  return new Problem(
    'notebook.in-the-way',
    'Another program has been writing to this notebook for twenty seconds',
    { safe: 'Nothing was changed.', mend: 'Try again when it has finished.' },
  )
}
