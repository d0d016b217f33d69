import type { Kysely } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner } from '../row-level-security.ts'
import { createTables, isPostgres, type Written } from './written.ts'

const owned: Written = {
  mail_heard: {
    columns: { owner_id: 'text', doc: 'text' },
    key: ['owner_id'],
  },
}

/** How far a mailbox was looked through for answers: see docs/decisions/0020. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}
