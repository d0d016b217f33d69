import type { Kysely } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner } from '../row-level-security.ts'
import { createTables, isPostgres, type Written } from './written.ts'

const owned: Written = {
  wished: {
    columns: { owner_id: 'text', organisation_id: 'text' },
    key: ['owner_id', 'organisation_id'],
  },
  mornings: {
    columns: { owner_id: 'text', browser: 'text', doc: 'text', sealed: 'bytes', last_day: 'text?' },
    key: ['owner_id', 'browser'],
  },
  push_keys: {
    columns: { owner_id: 'text', public: 'text', sealed: 'bytes' },
    key: ['owner_id'],
  },
}

/** Which organisations are places, and browsers that hear in the morning: see docs/decisions/0019. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}
