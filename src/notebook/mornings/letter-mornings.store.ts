import type { Day } from '../../kit/days.ts'
import type { OwnerId } from '../../kit/ids.ts'
import { digestOf } from '../../platform/database/contents.ts'
import type { Database } from '../../platform/database/database.ts'
import { type KeptAccount, ownMailbox } from '../mail/mail.store.ts'
import type { MorningLetter, MorningTrouble } from './morning-letter.ts'

export interface KeptMorningLetter {
  readonly morning: MorningLetter
  readonly trouble: MorningTrouble | null
  readonly lastOn: Day | null
}

export async function morningLetterOf(
  db: Database,
  owner: OwnerId,
): Promise<KeptMorningLetter | null> {
  const row = await db
    .selectFrom('mornings')
    .select(['doc', 'last_day'])
    .where('owner_id', '=', owner)
    .where('browser', '=', ownMailbox)
    .executeTakeFirst()
  if (!row) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `keepMorningLetter` writes it
  const kept = JSON.parse(row.doc) as Omit<KeptMorningLetter, 'lastOn'>
  return { ...kept, lastOn: row.last_day }
}

/** The day on which the last went stays. */
export async function keepMorningLetter(
  db: Database,
  owner: OwnerId,
  { morning, trouble }: Omit<KeptMorningLetter, 'lastOn'>,
): Promise<void> {
  const doc = JSON.stringify({ morning, trouble })
  await db
    .insertInto('mornings')
    .values({ owner_id: owner, browser: ownMailbox, last_day: null, doc, sealed: new Uint8Array() })
    .onConflict((conflict) => conflict.columns(['owner_id', 'browser']).doUpdateSet({ doc }))
    .execute()
}

/** What went wrong with the account as it is; of one as it was before nothing is said. */
export function troubleWith(
  { trouble }: Pick<KeptMorningLetter, 'trouble'>,
  account: Pick<KeptAccount, 'sealed'> | null,
): MorningTrouble | null {
  return account !== null && trouble?.with === markOf(account) ? trouble : null
}

/** Another whenever a password was given anew. */
export function markOf({ sealed }: Pick<KeptAccount, 'sealed'>): string {
  return digestOf(sealed)
}
