import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { MailAccount } from './account.ts'

/** An account with its secret as the vault sealed it. */
export interface KeptAccount {
  readonly account: MailAccount
  readonly sealed: Uint8Array
}

export async function mailAccount(db: Database, owner: OwnerId): Promise<KeptAccount | null> {
  const row = await db
    .selectFrom('mail_accounts')
    .select(['doc', 'sealed'])
    .where('owner_id', '=', owner)
    .where('purpose', '=', 'out')
    .executeTakeFirst()
  if (!row) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `keepMailAccount` writes it
  return { account: JSON.parse(row.doc) as MailAccount, sealed: row.sealed }
}

export async function keepMailAccount(
  db: Database,
  owner: OwnerId,
  { account, sealed }: KeptAccount,
): Promise<void> {
  const kept = { doc: JSON.stringify(account), sealed }
  await db
    .insertInto('mail_accounts')
    .values({ owner_id: owner, purpose: 'out', ...kept })
    .onConflict((conflict) => conflict.columns(['owner_id', 'purpose']).doUpdateSet(kept))
    .execute()
}

export async function dropMailAccount(db: Database, owner: OwnerId): Promise<number> {
  const gone = await db
    .deleteFrom('mail_accounts')
    .where('owner_id', '=', owner)
    .where('purpose', '=', 'out')
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Whether others keep their notebooks in the same store. */
export async function isShared(db: Database): Promise<boolean> {
  const accounts = await db.selectFrom('accounts').select('id').limit(2).execute()
  return accounts.length > 1
}
