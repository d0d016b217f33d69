import type { Kysely } from 'kysely'
import type { OwnerId } from '../../kit/ids.ts'
import type { IndexTables, PostTables, ThingTables } from './tables/notebook.ts'
import type { LogTables, ServerTables } from './tables/server.ts'

/** All we keep about anybody is declared under `tables/`; there is no other place to look. */
export type Tables = ServerTables & LogTables & ThingTables & IndexTables & PostTables

export type Database = Kysely<Tables>

export type Dialect = 'sqlite' | 'postgres'

/**
 * When a write is on disk: before it returns, or soon: at the latest with the next one that is on disk at once. Other
 * programs that crash take nothing of it along, a power failure may, and then all that came after it as well.
 */
export type OnDisk = 'at once' | 'soon'

/**
 * One opened store. `read` and `write` are the only two ways in: each is one transaction for one owner, or, with
 * null, for what belongs to nobody's notebook: accounts, sessions, jobs.
 */
export interface Store {
  readonly dialect: Dialect
  /** A snapshot that cannot write. */
  read<T>(owner: OwnerId | null, work: (db: Database) => Promise<T>): Promise<T>
  /** All or nothing; on disk when it returns, unless it may be `soon`. */
  write<T>(owner: OwnerId | null, work: (db: Database) => Promise<T>, onDisk?: OnDisk): Promise<T>
  /**
   * Overwrites what was removed for good: a file keeps it in places that nobody asks any more. Done where a write owes
   * it (see sweeping.ts), which the answer tells; slow, and never inside a transaction.
   */
  sweep(): Promise<boolean>
  /** For setting up: the schema, and nothing else. */
  readonly schema: Database
  /** Changes whenever another process has written. */
  stamp(): Promise<string>
  close(): Promise<void>
}
