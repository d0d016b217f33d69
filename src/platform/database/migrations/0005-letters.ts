import { type Kysely, sql } from 'kysely'
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
  await seeingAllOwners(db, () => fillFromLetters(db))
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}

/** The rule that hides other owners' rows binds the owner of the table too; for this one step it does not. */
async function seeingAllOwners(db: Kysely<unknown>, work: () => Promise<void>): Promise<void> {
  if (!isPostgres(db)) return work()
  await sql`alter table letters no force row level security`.execute(db)
  await work()
  await sql`alter table letters force row level security`.execute(db)
}

interface Before {
  letters: { owner_id: string; id: string; doc: string }
  letter_about: {
    owner_id: string
    letter_id: string
    conversation_id: string
    template: string
    sent_day: string | null
  }
}

/** Until now a letter was the thank-you of a conversation, and found by its id. */
async function fillFromLetters(db: Kysely<unknown>): Promise<void> {
  const before = db as Kysely<Before>
  const rows = await before.selectFrom('letters').select(['owner_id', 'id', 'doc']).execute()
  for (const { owner_id, id, doc } of rows) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the documents were written by this program
    const letter = JSON.parse(doc) as { conversation: string; sentOn: string | null }
    await before
      .insertInto('letter_about')
      .values({
        owner_id,
        letter_id: id,
        conversation_id: letter.conversation,
        template: 'thanks',
        sent_day: letter.sentOn,
      })
      .execute()
  }
}
