import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Tables } from './database.ts'
import * as notebook from './migrations/0001-notebook.ts'

/** In order, never edited once released: a store of any age walks the same way. */
const migrations: Record<string, Migration> = {
  '0001-notebook': notebook,
}

/** Whether this store has never been set up, lacks the newest steps, or is ready. */
export async function migrationsWaiting(db: Kysely<Tables>): Promise<'new' | 'some' | 'none'> {
  const known = await migratorOf(db).getMigrations()
  if (known.every((one) => one.executedAt)) return 'none'
  return known.some((one) => one.executedAt) ? 'some' : 'new'
}

/** Brings a store to the newest shape. Two programs at once are safe: the second waits, then finds nothing to do. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest()
  if (error) throw error
}

function migratorOf(db: Kysely<Tables>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } })
}
