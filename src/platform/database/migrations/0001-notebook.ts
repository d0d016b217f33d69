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

const server: Written = {
  accounts: { columns: { id: 'text', owner_id: 'text', created_at: 'text' }, key: ['id'] },
  sessions: {
    columns: {
      digest: 'text',
      account_id: 'text',
      device: 'text',
      created_at: 'text',
      seen_at: 'text',
      expires_at: 'text',
    },
    key: ['digest'],
  },
  access_keys: {
    columns: {
      id: 'text',
      digest: 'text',
      account_id: 'text',
      name: 'text',
      rights: 'text',
      created_at: 'text',
      seen_at: 'text?',
    },
    key: ['id'],
  },
  invitations: {
    columns: { digest: 'text', account_id: 'text', expires_at: 'text' },
    key: ['digest'],
  },
  jobs: {
    columns: {
      owner_id: 'text',
      id: 'text',
      operation: 'text',
      state: 'text',
      input: 'text',
      door: 'text',
      process: 'text',
      idempotency_key: 'text?',
      done: 'integer',
      total: 'integer?',
      words: 'text',
      result: 'text?',
      cancel: 'integer',
      created_at: 'text',
      heartbeat_at: 'text',
      ended_at: 'text?',
    },
    key: ['owner_id', 'id'],
  },
}

const things = [
  'people',
  'organisations',
  'fields',
  'topics',
  'conversations',
  'steps',
  'notes',
  'decisions',
  'letters',
  'questions',
  'cards',
  'imports',
  'settings',
]

const owned: Written = {
  owners: { columns: { owner_id: 'text', revision: 'bigint', key: 'text' }, key: ['owner_id'] },
  writes: {
    columns: {
      owner_id: 'text',
      revision: 'bigint',
      id: 'text',
      at: 'text',
      zone: 'text',
      day: 'text',
      operation: 'text',
      idempotency_key: 'text?',
      input_digest: 'text',
      answer: 'text?',
      account_id: 'text',
      door: 'text',
      device: 'text',
      job_id: 'text?',
      undoes: 'bigint?',
      undone_by: 'bigint?',
    },
    key: ['owner_id', 'revision'],
  },
  changes: {
    columns: {
      owner_id: 'text',
      revision: 'bigint',
      ordinal: 'integer',
      kind: 'text',
      id: 'text',
      before: 'text?',
      after: 'text?',
    },
    key: ['owner_id', 'revision', 'ordinal'],
  },
  contents: {
    columns: { owner_id: 'text', digest: 'text', bytes: 'bytes' },
    key: ['owner_id', 'digest'],
  },
  ...Object.fromEntries(things.map((name) => [name, tableOfThings])),
  person_keys: {
    columns: { owner_id: 'text', kind: 'text', key: 'text', person_id: 'text' },
    key: ['owner_id', 'kind', 'key', 'person_id'],
  },
  person_order: {
    columns: {
      owner_id: 'text',
      person_id: 'text',
      name_key: 'text',
      name: 'text',
      line: 'text',
      binned: 'integer',
      spoke_day: 'text?',
    },
    key: ['owner_id', 'person_id'],
  },
  name_words: {
    columns: { owner_id: 'text', word: 'text', person_id: 'text' },
    key: ['owner_id', 'word', 'person_id'],
  },
  name_variants: {
    columns: { owner_id: 'text', variant: 'text', word: 'text' },
    key: ['owner_id', 'variant', 'word'],
  },
  noun_keys: {
    columns: { owner_id: 'text', kind: 'text', key: 'text', id: 'text' },
    key: ['owner_id', 'kind', 'key', 'id'],
  },
  noun_merges: {
    columns: { owner_id: 'text', into_id: 'text', id: 'text' },
    key: ['owner_id', 'into_id', 'id'],
  },
  card_keys: {
    columns: { owner_id: 'text', key: 'text', card_id: 'text', person_id: 'text' },
    key: ['owner_id', 'key', 'card_id'],
  },
  conversation_people: {
    columns: { owner_id: 'text', conversation_id: 'text', person_id: 'text' },
    key: ['owner_id', 'conversation_id', 'person_id'],
  },
  conversation_fields: {
    columns: { owner_id: 'text', conversation_id: 'text', field_id: 'text' },
    key: ['owner_id', 'conversation_id', 'field_id'],
  },
  conversation_life: {
    columns: {
      owner_id: 'text',
      conversation_id: 'text',
      waking: 'integer',
      last_day: 'text',
      held_day: 'text?',
    },
    key: ['owner_id', 'conversation_id'],
  },
  field_questions: {
    columns: { owner_id: 'text', field_id: 'text', question_id: 'text' },
    key: ['owner_id', 'field_id', 'question_id'],
  },
  conversation_steps: {
    columns: { owner_id: 'text', conversation_id: 'text', step_id: 'text' },
    key: ['owner_id', 'conversation_id', 'step_id'],
  },
  subject_notes: {
    columns: { owner_id: 'text', subject_kind: 'text', subject_id: 'text', note_id: 'text' },
    key: ['owner_id', 'subject_kind', 'subject_id', 'note_id'],
  },
  lines: {
    columns: {
      owner_id: 'text',
      line_id: 'text',
      note_id: 'text',
      position: 'integer',
      mark: 'text',
      said: 'text',
      off_record: 'integer',
      named: 'text',
      conversation_id: 'text?',
      day: 'text',
      due: 'text?',
    },
    key: ['owner_id', 'line_id'],
  },
  line_tags: {
    columns: { owner_id: 'text', line_id: 'text', kind: 'text', key: 'text' },
    key: ['owner_id', 'line_id', 'kind', 'key'],
  },
  search_texts: {
    columns: {
      owner_id: 'text',
      kind: 'text',
      id: 'text',
      folded: 'text',
      day: 'text?',
    },
    key: ['owner_id', 'id', 'kind'],
  },
}

const indexes: Indexes = [
  ['sessions', 'account_id'],
  ['access_keys', 'digest'],
  ['writes', 'owner_id', 'id'],
  ['writes', 'owner_id', 'job_id'],
  ['changes', 'owner_id', 'kind', 'id', 'revision'],
  ['person_keys', 'owner_id', 'person_id'],
  ['person_order', 'owner_id', 'binned', 'name_key', 'person_id'],
  ['person_order', 'owner_id', 'spoke_day'],
  ['name_words', 'owner_id', 'person_id'],
  ['noun_keys', 'owner_id', 'id'],
  ['noun_merges', 'owner_id', 'id'],
  ['card_keys', 'owner_id', 'person_id'],
  ['card_keys', 'owner_id', 'card_id'],
  ['conversation_people', 'owner_id', 'person_id'],
  ['conversation_fields', 'owner_id', 'field_id'],
  ['conversation_life', 'owner_id', 'waking', 'last_day'],
  ['conversation_life', 'owner_id', 'held_day'],
  ['subject_notes', 'owner_id', 'note_id'],
  ['lines', 'owner_id', 'note_id', 'position'],
  ['lines', 'owner_id', 'mark', 'due'],
  ['lines', 'owner_id', 'conversation_id'],
  ['line_tags', 'owner_id', 'kind', 'key'],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, { ...server, ...owned })
  await createIndexes(db, indexes)
  await sql`create unique index jobs_once on jobs (owner_id, idempotency_key)`.execute(db)
  await sql`create unique index writes_once on writes (owner_id, idempotency_key)`.execute(db)
  await (isPostgres(db) ? searchInPostgres(db) : searchInSqlite(db))
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
}

/** The index holds no second copy of the text (`content=search_texts`); triggers keep the two together. */
async function searchInSqlite(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create virtual table search_index using fts5(folded, content='search_texts', tokenize='unicode61 remove_diacritics 2', prefix='2 3')`,
    `create trigger search_added after insert on search_texts begin
       insert into search_index(rowid, folded) values (new.rowid, new.folded); end`,
    `create trigger search_removed after delete on search_texts begin
       insert into search_index(search_index, rowid, folded) values ('delete', old.rowid, old.folded); end`,
    `create trigger search_changed after update on search_texts begin
       insert into search_index(search_index, rowid, folded) values ('delete', old.rowid, old.folded);
       insert into search_index(rowid, folded) values (new.rowid, new.folded); end`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}

async function searchInPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_texts add column words tsvector
    generated always as (to_tsvector('simple', folded)) stored`.execute(db)
  await sql`create index search_texts_by_words on search_texts using gin (words)`.execute(db)
}
