import type { Kysely } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner } from '../row-level-security.ts'
import { createIndexes, createTables, type Indexes, isPostgres, type Written } from './written.ts'

const owned: Written = {
  mail_accounts: {
    columns: { owner_id: 'text', purpose: 'text', doc: 'text', sealed: 'bytes' },
    key: ['owner_id', 'purpose'],
  },
  outgoing: {
    columns: {
      owner_id: 'text',
      letter_id: 'text',
      conversation_id: 'text',
      state: 'text',
      due_at: 'text',
      doc: 'text',
    },
    key: ['owner_id', 'letter_id'],
  },
  letter_messages: {
    columns: { owner_id: 'text', message_id: 'text', letter_id: 'text' },
    key: ['owner_id', 'message_id', 'letter_id'],
  },
}

const indexes: Indexes = [
  ['outgoing', 'owner_id', 'due_at'],
  ['letter_messages', 'owner_id', 'letter_id'],
]

/** Accounts of mail, and letters on their way: see docs/decisions/0016. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await createIndexes(db, indexes)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}
