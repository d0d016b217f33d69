import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { HearingAccount, MailAccount, MailDoor, MailPurpose } from './account.ts'

/** An account with its secret as the vault sealed it. */
export interface KeptAccount<Account extends MailDoor = MailAccount> {
  readonly account: Account
  readonly sealed: Uint8Array
}

export function mailAccount(db: Database, owner: OwnerId): Promise<KeptAccount | null> {
  return keptAccount(db, owner, 'out')
}

export function hearingAccount(
  db: Database,
  owner: OwnerId,
): Promise<KeptAccount<HearingAccount> | null> {
  return keptAccount(db, owner, 'in')
}

async function keptAccount<Account extends MailDoor>(
  db: Database,
  owner: OwnerId,
  purpose: MailPurpose,
): Promise<KeptAccount<Account> | null> {
  const row = await db
    .selectFrom('mail_accounts')
    .select(['doc', 'sealed'])
    .where('owner_id', '=', owner)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row) return null
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `keepAccount` writes it
  return { account: JSON.parse(row.doc) as Account, sealed: row.sealed }
}

export function keepMailAccount(db: Database, owner: OwnerId, kept: KeptAccount): Promise<void> {
  return keepAccount(db, owner, 'out', kept)
}

export function keepHearingAccount(
  db: Database,
  owner: OwnerId,
  kept: KeptAccount<HearingAccount>,
): Promise<void> {
  return keepAccount(db, owner, 'in', kept)
}

async function keepAccount(
  db: Database,
  owner: OwnerId,
  purpose: MailPurpose,
  { account, sealed }: KeptAccount<MailDoor>,
): Promise<void> {
  const kept = { doc: JSON.stringify(account), sealed }
  await db
    .insertInto('mail_accounts')
    .values({ owner_id: owner, purpose, ...kept })
    .onConflict((conflict) => conflict.columns(['owner_id', 'purpose']).doUpdateSet(kept))
    .execute()
}

/** Among those who hear in the morning, the owner's own mailbox; a name that no browser has. */
export const ownMailbox = 'mail'

/** With it goes the mail to oneself in the morning: a later account is not written to unasked. */
export async function dropMailAccount(db: Database, owner: OwnerId): Promise<number> {
  await db
    .deleteFrom('mornings')
    .where('owner_id', '=', owner)
    .where('browser', '=', ownMailbox)
    .execute()
  return dropAccount(db, owner, 'out')
}

export function dropHearingAccount(db: Database, owner: OwnerId): Promise<number> {
  return dropAccount(db, owner, 'in')
}

async function dropAccount(db: Database, owner: OwnerId, purpose: MailPurpose): Promise<number> {
  const gone = await db
    .deleteFrom('mail_accounts')
    .where('owner_id', '=', owner)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Whether others keep their notebooks in the same store. */
export async function isShared(db: Database): Promise<boolean> {
  const accounts = await db.selectFrom('accounts').select('id').limit(2).execute()
  return accounts.length > 1
}
