import { type Kysely, sql } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindOnceOwnerIsSaid } from '../row-level-security.ts'
import { createIndexes, createTables, isPostgres } from './written.ts'

/** Pages for the other side, opened by an address: see docs/decisions/0017. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    links: {
      columns: {
        owner_id: 'text',
        id: 'text',
        digest: 'text',
        purpose: 'text',
        thing_id: 'text',
        person_id: 'text',
        made_at: 'text',
        expires_at: 'text',
        revoked_at: 'text?',
        used_at: 'text?',
      },
      key: ['owner_id', 'id'],
    },
  })
  await createIndexes(db, [
    ['links', 'owner_id', 'thing_id'],
    ['links', 'owner_id', 'person_id'],
  ])
  await sql`create unique index links_once on links (digest)`.execute(db)
  await (isPostgres(db) ? bindOnceOwnerIsSaid(db, 'links') : tellPlanner(db))
}
