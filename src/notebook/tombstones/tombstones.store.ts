import { createHmac } from 'node:crypto'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Day } from '../../kit/days.ts'
import type { OwnerId, TombstoneId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import { identifiersOf, type Known, type Side } from './identifiers.ts'

/** That somebody was forgotten, and not who: what they are known by is sealed with the owner's key. */
export interface Tombstone {
  readonly id: TombstoneId
  readonly on: Day
  readonly keys: readonly string[]
}

export const tombstoneKind: Kind<Tombstone> = {
  name: 'tombstone',
  table: 'tombstones',
  binnedOn: () => null,
  index: indexTombstones,
}

async function indexTombstones(
  db: Database,
  owner: OwnerId,
  tombstones: Kept<Tombstone>,
): Promise<void> {
  const ids = [...tombstones.keys()]
  await removeRows(db, owner, { table: 'tombstone_keys', column: 'tombstone_id' }, ids)
  const rows = [...tombstones.values()].flatMap((one) =>
    one === null ? [] : one.keys.map((key) => ({ owner_id: owner, key, tombstone_id: one.id })),
  )
  await addRows(db, 'tombstone_keys', rows)
}

/** What each of these is known by, sealed: nobody without the owner's key can try addresses on it. */
export async function sealedIdentifiers(
  db: Database,
  owner: OwnerId,
  known: readonly Known[],
  side: Side,
): Promise<string[][]> {
  const key = await sealingKey(db, owner)
  return known.map((one) => identifiersOf(one, side, dialled).map((plain) => sealed(key, plain)))
}

/** The tombstones that bear each of these sealed keys. */
export async function tombstonesBearing(
  db: Database,
  owner: OwnerId,
  keys: readonly string[],
): Promise<Map<string, TombstoneId>> {
  const found = new Map<string, TombstoneId>()
  for (const some of inSlices([...new Set(keys)], 1000)) {
    const rows = await db
      .selectFrom('tombstone_keys')
      .select(['key', 'tombstone_id'])
      .where('owner_id', '=', owner)
      .where('key', 'in', some)
      .orderBy('tombstone_id')
      .execute()
    for (const row of rows) found.set(row.key, row.tombstone_id)
  }
  return found
}

/** Whether anybody at all was forgotten; most notebooks need not look further. */
export async function anyForgotten(db: Database, owner: OwnerId): Promise<boolean> {
  const row = await db
    .selectFrom('tombstone_keys')
    .select('key')
    .where('owner_id', '=', owner)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** All of them, the latest first. */
export async function allTombstones(db: Database, owner: OwnerId): Promise<Tombstone[]> {
  const rows = await db
    .selectFrom('tombstones')
    .select('id')
    .where('owner_id', '=', owner)
    .orderBy('id', 'desc')
    .execute()
  const ids = rows.map((row) => row.id)
  return [...(await loadAll(db, owner, tombstoneKind, ids)).values()]
}

async function sealingKey(db: Database, owner: OwnerId): Promise<string> {
  const row = await db
    .selectFrom('owners')
    .select('key')
    .where('owner_id', '=', owner)
    .executeTakeFirstOrThrow()
  return row.key
}

function sealed(key: string, plain: string): string {
  return createHmac('sha256', key).update(`tombstone\0${plain}`).digest('base64url')
}

/**
 * The number within its country, and as it stands: "+49 171 1234567", "0171 1234567" and "00491711234567" meet in
 * one of them, though a notebook does not know in which country it is.
 */
export function dialled(phone: string): string[] {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 6) return []
  const abroad = phone.trim().startsWith('+') ? digits : digits.replace(/^00/, '')
  const parsed = parsePhoneNumberFromString(`+${abroad}`)
  const national = parsed?.isValid() ? withoutZeros(parsed.nationalNumber) : null
  const isSure = phone.trim().startsWith('+') || digits.startsWith('00')
  return national !== null && isSure
    ? [national]
    : [...new Set([withoutZeros(digits), national ?? ''])].filter(Boolean)
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '')
}
