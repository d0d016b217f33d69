import { type Selectable, sql } from 'kysely'
import type { Right } from '../../kit/contract.ts'
import { addHours, type Instant } from '../../kit/days.ts'
import { type AccountId, id, type OwnerId } from '../../kit/ids.ts'
import type { World } from '../../platform/context.ts'
import type { Database, Store } from '../../platform/database/database.ts'
import type { ServerTables } from '../../platform/database/tables/server.ts'
import { newSecret, secretDigest } from '../../platform/secrets.ts'
import { newIdFrom } from '../../platform/transactions.ts'

export interface Account {
  readonly account: AccountId
  readonly owner: OwnerId
}

type Session = Selectable<ServerTables['sessions']>
type AccessKey = Selectable<ServerTables['access_keys']>

const sessionHours = 90 * 24

/** The one account of a home, made at the first opening together with its notebook. */
export async function soleAccount(store: Store, world: World): Promise<Account> {
  const known = await store.read(null, accountOf)
  const account = known ?? (await store.write(null, (db) => makeAccount(db, store, world)))
  await makeNotebook(store, account.owner, world)
  return account
}

async function accountOf(db: Database): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .select(['id', 'owner_id'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? { account: row.id, owner: row.owner_id } : null
}

/** Everybody who keeps a notebook in this store. */
export async function allAccounts(db: Database): Promise<Account[]> {
  const rows = await db.selectFrom('accounts').select(['id', 'owner_id']).orderBy('id').execute()
  return rows.map((row) => ({ account: row.id, owner: row.owner_id }))
}

async function makeAccount(db: Database, store: Store, world: World): Promise<Account> {
  // Two programs may open a fresh home at once; on SQLite a write is alone anyway.
  if (store.dialect === 'postgres') await sql`lock table accounts in exclusive mode`.execute(db)
  const meanwhile = await accountOf(db)
  if (meanwhile) return meanwhile
  const made = { account: id('account', newIdFrom(world)), owner: id('owner', newIdFrom(world)) }
  await db
    .insertInto('accounts')
    .values({ id: made.account, owner_id: made.owner, created_at: world.now() })
    .execute()
  return made
}

async function makeNotebook(store: Store, owner: OwnerId, world: World): Promise<void> {
  const there = await store.read(owner, (db) =>
    db.selectFrom('owners').select('owner_id').where('owner_id', '=', owner).executeTakeFirst(),
  )
  if (there) return
  await store.write(owner, (db) =>
    db
      .insertInto('owners')
      .values({ owner_id: owner, revision: 0, key: newSecret(world) })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

export async function addInvitation(
  db: Database,
  account: AccountId,
  invitation: { readonly secret: string; readonly now: Instant; readonly expiresAt: Instant },
): Promise<void> {
  await db.deleteFrom('invitations').where('expires_at', '<', invitation.now).execute()
  await db
    .insertInto('invitations')
    .values({
      digest: secretDigest(invitation.secret),
      account_id: account,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

/** Whose invitation it was; it is gone afterwards. Null when it never was, was used, or is too old. */
export async function takeInvitation(
  db: Database,
  secret: string,
  now: Instant,
): Promise<AccountId | null> {
  const row = await db
    .deleteFrom('invitations')
    .where('digest', '=', secretDigest(secret))
    .returning(['account_id', 'expires_at'])
    .executeTakeFirst()
  return row && row.expires_at > now ? row.account_id : null
}

export async function openSession(
  db: Database,
  account: AccountId,
  session: { readonly secret: string; readonly device: string; readonly now: Instant },
): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', session.now).execute()
  await db
    .insertInto('sessions')
    .values({
      digest: secretDigest(session.secret),
      account_id: account,
      device: session.device,
      created_at: session.now,
      seen_at: session.now,
      expires_at: addHours(session.now, sessionHours),
    })
    .execute()
}

/** Sessions and invitations that let nobody in any more. */
export async function dropExpired(db: Database, now: Instant): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await db.deleteFrom('invitations').where('expires_at', '<', now).execute()
}

export async function sessionOf(
  db: Database,
  secret: string,
  now: Instant,
): Promise<(Account & Session) | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .selectAll('sessions')
    .select(['accounts.owner_id'])
    .where('digest', '=', secretDigest(secret))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? { ...row, account: row.account_id, owner: row.owner_id } : null
}

/** A browser that is used stays signed in. */
export async function sawSession(db: Database, digest: string, now: Instant): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ seen_at: now, expires_at: addHours(now, sessionHours) })
    .where('digest', '=', digest)
    .execute()
}

export async function keyOf(db: Database, secret: string): Promise<(Account & AccessKey) | null> {
  const row = await db
    .selectFrom('access_keys')
    .innerJoin('accounts', 'accounts.id', 'access_keys.account_id')
    .selectAll('access_keys')
    .select(['accounts.owner_id'])
    .where('digest', '=', secretDigest(secret))
    .executeTakeFirst()
  return row ? { ...row, account: row.account_id, owner: row.owner_id } : null
}

export async function sawKey(db: Database, key: string, now: Instant): Promise<void> {
  await db.updateTable('access_keys').set({ seen_at: now }).where('id', '=', key).execute()
}

export async function addKey(
  db: Database,
  account: AccountId,
  key: {
    readonly id: string
    readonly secret: string
    readonly name: string
    readonly rights: readonly Right[]
    readonly now: Instant
  },
): Promise<void> {
  await db
    .insertInto('access_keys')
    .values({
      id: key.id,
      digest: secretDigest(key.secret),
      account_id: account,
      name: key.name,
      rights: key.rights.join(' '),
      created_at: key.now,
      seen_at: null,
    })
    .execute()
}

export async function sessionsOf(
  db: Database,
  account: AccountId,
  now: Instant,
): Promise<Session[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('account_id', '=', account)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()
}

export async function keysOf(db: Database, account: AccountId): Promise<AccessKey[]> {
  return db
    .selectFrom('access_keys')
    .selectAll()
    .where('account_id', '=', account)
    .orderBy('id')
    .execute()
}

/** Whoever is signed out hears nothing in the morning any more; asked as the owner, whose row it is. */
export async function endMorning(db: Database, owner: OwnerId, browser: string): Promise<void> {
  await db
    .deleteFrom('mornings')
    .where('owner_id', '=', owner)
    .where('browser', '=', browser)
    .execute()
}

/** Ends a session or a key; how many there were of that id. */
export async function revoke(db: Database, account: AccountId, one: string): Promise<number> {
  const key = await db
    .deleteFrom('access_keys')
    .where('account_id', '=', account)
    .where('id', '=', one)
    .executeTakeFirst()
  const session = await db
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where('digest', '=', one)
    .executeTakeFirst()
  return Number(key.numDeletedRows + session.numDeletedRows)
}
