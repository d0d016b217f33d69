import { type Kysely, sql } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner } from '../row-level-security.ts'
import {
  asEachOwner,
  createIndexes,
  createTables,
  type Indexes,
  isPostgres,
  tableOfThings,
  type Written,
} from './written.ts'

const owned: Written = {
  templates: tableOfThings,
  letter_about: {
    columns: {
      owner_id: 'text',
      letter_id: 'text',
      conversation_id: 'text',
      template: 'text',
      sent_day: 'text?',
    },
    key: ['owner_id', 'conversation_id', 'letter_id'],
  },
}

const indexes: Indexes = [
  ['letter_about', 'owner_id', 'letter_id'],
  ['letter_about', 'owner_id', 'sent_day'],
]

/** Letters of every kind, several about one conversation: see docs/decisions/0015. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await createIndexes(db, indexes)
  await fillFromLetters(db)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}

/** Until now a letter was the thank-you of a conversation, and found by its id. */
export async function fillFromLetters(db: Kysely<unknown>): Promise<void> {
  await asEachOwner(db, async (owner) => {
    const kept = await sql<{ id: string; doc: string }>`
      select id, doc from letters where owner_id = ${owner}`.execute(db)
    for (const { id, doc } of kept.rows) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the documents were written by this program
      const { conversation, sentOn } = JSON.parse(doc) as ThankYou
      await sql`insert into letter_about (owner_id, letter_id, conversation_id, template, sent_day)
        values (${owner}, ${id}, ${conversation}, 'thanks', ${sentOn})`.execute(db)
    }
  })
}

interface ThankYou {
  readonly conversation: string
  readonly sentOn: string | null
}
