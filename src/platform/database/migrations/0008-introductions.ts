import type { Kysely } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner } from '../row-level-security.ts'
import {
  createIndexes,
  createTables,
  type Indexes,
  isPostgres,
  tableOfThings,
  type Written,
} from './written.ts'

const owned: Written = {
  introductions: tableOfThings,
  introduction_people: {
    columns: { owner_id: 'text', introduction_id: 'text', person_id: 'text' },
    key: ['owner_id', 'introduction_id', 'person_id'],
  },
}

const indexes: Indexes = [['introduction_people', 'owner_id', 'person_id']]

/** People brought together: see docs/decisions/0018. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await createIndexes(db, indexes)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}
