import type { Selectable } from 'kysely'
import type { Instant } from '../../kit/days.ts'
import type { AccountId, LinkId, OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { ServerTables } from '../../platform/database/tables/server.ts'
import { inSlices } from '../../platform/database/things.ts'
import { type Link, linkPurposes } from './link.ts'

type Row = Selectable<ServerTables['links']>

/** A link with whose notebook it opens a page of. */
export interface OwnedLink {
  readonly owner: OwnerId
  readonly account: AccountId
  readonly link: Link
}

export async function addLink(
  db: Database,
  owner: OwnerId,
  link: Link,
  digest: string,
): Promise<void> {
  await db
    .insertInto('links')
    .values({
      owner_id: owner,
      id: link.id,
      digest,
      purpose: link.purpose,
      thing_id: link.thing,
      person_id: link.person,
      made_at: link.madeAt,
      expires_at: link.expiresAt,
      revoked_at: link.revokedAt,
      used_at: link.usedAt,
    })
    .execute()
}

/** Asked before it is known whose notebook it is: without an owner, by the digest alone. */
export async function linkOf(db: Database, digest: string): Promise<OwnedLink | null> {
  const row = await db
    .selectFrom('links')
    .innerJoin('accounts', 'accounts.owner_id', 'links.owner_id')
    .selectAll('links')
    .select('accounts.id as account_id')
    .where('links.digest', '=', digest)
    .executeTakeFirst()
  const link = row && drawn(row)
  return row && link ? { owner: row.owner_id, account: row.account_id, link } : null
}

export async function linkById(db: Database, owner: OwnerId, link: LinkId): Promise<Link | null> {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('id', '=', link)
    .executeTakeFirst()
  return row ? drawn(row) : null
}

/** All that may still open something, for telling many wrong tries from a right one without asking for each. */
export async function openDigests(db: Database, now: Instant): Promise<Set<string>> {
  const rows = await db
    .selectFrom('links')
    .select('digest')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return new Set(rows.map(({ digest }) => digest))
}

/** The latest first. */
export async function linksOf(
  db: Database,
  owner: OwnerId,
  about: { readonly thing?: string | undefined; readonly people?: readonly PersonId[] },
): Promise<Link[]> {
  let query = db.selectFrom('links').selectAll().where('owner_id', '=', owner)
  if (about.thing !== undefined) query = query.where('thing_id', '=', about.thing)
  if (about.people) query = query.where('person_id', 'in', [...about.people])
  const rows = await query.orderBy('made_at', 'desc').orderBy('id', 'desc').execute()
  return rows.flatMap((row) => drawn(row) ?? [])
}

/** Ends a link; how many of that id there were, ended before or not. */
export async function endLink(
  db: Database,
  owner: OwnerId,
  link: LinkId,
  now: Instant,
): Promise<number> {
  const mine = db.selectFrom('links').where('owner_id', '=', owner).where('id', '=', link)
  const known = await mine.select('id').execute()
  await db
    .updateTable('links')
    .set({ revoked_at: now })
    .where('owner_id', '=', owner)
    .where('id', '=', link)
    .where('revoked_at', 'is', null)
    .execute()
  return known.length
}

/** Writes down that something was done there, once. */
export async function linkWasUsed(
  db: Database,
  owner: OwnerId,
  link: LinkId,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('links')
    .set({ used_at: now })
    .where('owner_id', '=', owner)
    .where('id', '=', link)
    .where('used_at', 'is', null)
    .execute()
}

/** Removes every link to these things and for these people, as when somebody is forgotten. */
export async function dropLinks(
  db: Database,
  owner: OwnerId,
  gone: { readonly things: readonly string[]; readonly people: readonly PersonId[] },
): Promise<void> {
  for (const some of inSlices(gone.things)) {
    await db
      .deleteFrom('links')
      .where('owner_id', '=', owner)
      .where('thing_id', 'in', some)
      .execute()
  }
  for (const some of inSlices(gone.people)) {
    await db
      .deleteFrom('links')
      .where('owner_id', '=', owner)
      .where('person_id', 'in', some)
      .execute()
  }
}

/** Those that ended before that moment, whoever ended them; of every owner. */
export async function dropEndedLinks(db: Database, before: Instant): Promise<void> {
  await db
    .deleteFrom('links')
    .where((eb) => eb.or([eb('expires_at', '<', before), eb('revoked_at', '<', before)]))
    .execute()
}

/** Null where it is for something that only a newer version knows. */
function drawn(row: Row): Link | null {
  const purpose = linkPurposes.find((one) => one === row.purpose)
  if (purpose === undefined) return null
  return {
    id: row.id,
    purpose,
    thing: row.thing_id,
    person: row.person_id,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    usedAt: row.used_at,
  }
}
