import { type Kysely, sql } from 'kysely'
import { tellPlanner } from '../planner.ts'
import { bindToOwner, standsAboveRules } from '../row-level-security.ts'
import {
  createIndexes,
  createTables,
  type Indexes,
  isPostgres,
  tableOfThings,
  type Written,
} from './written.ts'

const owned: Written = {
  bonds: tableOfThings,
  exchanges: tableOfThings,
  tombstones: tableOfThings,
  mappings: tableOfThings,
  person_groups: {
    columns: { owner_id: 'text', person_id: 'text', head_id: 'text' },
    key: ['owner_id', 'person_id'],
  },
  bond_people: {
    columns: { owner_id: 'text', person_id: 'text', bond_id: 'text', kind: 'text' },
    key: ['owner_id', 'person_id', 'bond_id'],
  },
  duplicate_pairs: {
    columns: {
      owner_id: 'text',
      a_id: 'text',
      b_id: 'text',
      certain: 'integer',
      likelihood: 'integer',
      look_id: 'text',
      agreements: 'text',
      through_id: 'text?',
    },
    key: ['owner_id', 'a_id', 'b_id'],
  },
  linkage_models: {
    columns: { owner_id: 'text', look_id: 'text', looked_at: 'text', model: 'text' },
    key: ['owner_id'],
  },
  people_unlooked: {
    columns: { owner_id: 'text', person_id: 'text' },
    key: ['owner_id', 'person_id'],
  },
  exchange_people: {
    columns: { owner_id: 'text', exchange_id: 'text', person_id: 'text', day: 'text' },
    key: ['owner_id', 'exchange_id', 'person_id'],
  },
  tombstone_keys: {
    columns: { owner_id: 'text', key: 'text', tombstone_id: 'text' },
    key: ['owner_id', 'key', 'tombstone_id'],
  },
}

const indexes: Indexes = [
  ['person_groups', 'owner_id', 'head_id'],
  ['bond_people', 'owner_id', 'bond_id'],
  ['duplicate_pairs', 'owner_id', 'certain', 'likelihood', 'a_id', 'b_id'],
  ['duplicate_pairs', 'owner_id', 'b_id'],
  ['exchange_people', 'owner_id', 'person_id', 'day'],
  ['tombstone_keys', 'owner_id', 'tombstone_id'],
]

/** One person may stand in several records, be heard of elsewhere, or be forgotten: see docs/decisions/0007. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, owned)
  await createIndexes(db, indexes)
  await (isPostgres(db) ? bindToOwner(db, Object.keys(owned)) : tellPlanner(db))
  if (isPostgres(db)) await letJobsBeRewritten(db)
}

/** In the write that forgets somebody, the rows of long work that named them are written anew. */
async function letJobsBeRewritten(db: Kysely<unknown>): Promise<void> {
  if (await standsAboveRules(db)) {
    await sql`grant select, update on jobs to sobremesa_app`.execute(db)
  }
}
