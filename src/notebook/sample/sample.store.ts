import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'

/** The writes by which the sample came and which were not taken back; the latest first. */
export async function loadingWrites(db: Database, owner: OwnerId): Promise<number[]> {
  const rows = await loadingRevisions(db, owner).orderBy('revision', 'desc').execute()
  return rows.map(({ revision }) => revision)
}

function loadingRevisions(db: Database, owner: OwnerId) {
  return db
    .selectFrom('writes')
    .select('revision')
    .where('owner_id', '=', owner)
    .where('operation', '=', 'sample.load')
    .where('undone_by', 'is', null)
}

/** Everything that these writes made, with its kind; what they found and changed is not among it. */
export async function madeByLoading(
  db: Database,
  owner: OwnerId,
): Promise<{ kind: string; id: string }[]> {
  return db
    .selectFrom('changes')
    .select(['kind', 'id'])
    .where('owner_id', '=', owner)
    .where('before', 'is', null)
    .where('revision', 'in', loadingRevisions(db, owner))
    .orderBy('revision')
    .orderBy('ordinal')
    .execute()
}

/** Whether anybody or anything of the sample is still there. */
export async function isLoaded(db: Database, owner: OwnerId): Promise<boolean> {
  for (const kind of ['person', 'conversation'] as const) {
    const made = db
      .selectFrom('changes')
      .select('id')
      .where('owner_id', '=', owner)
      .where('kind', '=', kind)
      .where('before', 'is', null)
      .where('revision', 'in', loadingRevisions(db, owner))
    const row = await db
      .selectFrom(kind === 'person' ? 'people' : 'conversations')
      .select('id')
      .where('owner_id', '=', owner)
      .where('id', 'in', made)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}
