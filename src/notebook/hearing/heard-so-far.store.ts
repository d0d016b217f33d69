import type { Instant } from '../../kit/days.ts'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'

/** How far a folder was looked through. Of what was in it nothing stands here. */
export interface HeardSoFar {
  /** The folder as it is now: as `boxIn` names it, null before it was first opened. */
  readonly box: string | null
  /** The next number to look at. */
  readonly from: number
  /** When it was last looked into. */
  readonly lookedAt: Instant | null
  /** Why it cannot be looked into, in a sentence. */
  readonly trouble: string | null
}

const nothingYet: HeardSoFar = { box: null, from: 1, lookedAt: null, trouble: null }

export async function heardSoFar(db: Database, owner: OwnerId): Promise<HeardSoFar> {
  const row = await db
    .selectFrom('mail_heard')
    .select('doc')
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `keepHeardSoFar` writes it
  return row ? (JSON.parse(row.doc) as HeardSoFar) : nothingYet
}

export async function keepHeardSoFar(
  db: Database,
  owner: OwnerId,
  heard: HeardSoFar,
): Promise<void> {
  const kept = { doc: JSON.stringify(heard) }
  await db
    .insertInto('mail_heard')
    .values({ owner_id: owner, ...kept })
    .onConflict((conflict) => conflict.column('owner_id').doUpdateSet(kept))
    .execute()
}

export async function dropHeardSoFar(db: Database, owner: OwnerId): Promise<void> {
  await db.deleteFrom('mail_heard').where('owner_id', '=', owner).execute()
}
