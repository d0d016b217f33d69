import type { Kysely } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner } from '../row-level-security.ts'
import { createTables, isPostgres, type Written } from './written.ts'

const owned: Written = {
  wished: {
    columns: { owner_id: 'text', organisation_id: 'text' },
    key: ['owner_id', 'organisation_id'],
  },
}

/** Which organisations are places: see docs/decisions/0019. Nobody had one before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}
