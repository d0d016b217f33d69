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
  transcripts: tableOfThings,
  attachments: tableOfThings,
  quotations: tableOfThings,
  conversation_files: {
    columns: {
      owner_id: 'text',
      conversation_id: 'text',
      file_id: 'text',
      kind: 'text',
      searched: 'text',
    },
    key: ['owner_id', 'conversation_id', 'file_id'],
  },
  transcript_voices: {
    columns: { owner_id: 'text', transcript_id: 'text', key: 'text', who: 'text' },
    key: ['owner_id', 'transcript_id', 'key'],
  },
  quotation_places: {
    columns: { owner_id: 'text', transcript_id: 'text', line_id: 'text' },
    key: ['owner_id', 'transcript_id', 'line_id'],
  },
}

const indexes: Indexes = [
  ['conversation_files', 'owner_id', 'file_id'],
  ['transcript_voices', 'owner_id', 'key'],
  ['quotation_places', 'owner_id', 'line_id'],
]

/** Voices and pictures from elsewhere stand beside the note of a conversation: see docs/decisions/0012. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await createIndexes(db, indexes)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}
