import type { Kysely } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner } from '../row-level-security.ts'
import { createTables, isPostgres, tableOfThings, type Written } from './written.ts'

const owned: Written = {
  themes: tableOfThings,
  field_themes: {
    columns: { owner_id: 'text', field_id: 'text', theme_id: 'text' },
    key: ['owner_id', 'field_id', 'theme_id'],
  },
}

/** What insights of a field say together: see docs/decisions/0022. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}
