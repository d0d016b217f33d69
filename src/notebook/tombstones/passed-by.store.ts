import type { Day } from '../../kit/days.ts'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Known } from './identifiers.ts'
import {
  anyForgotten,
  sealedIdentifiers,
  type Tombstone,
  tombstoneKind,
  tombstonesBearing,
} from './tombstones.store.ts'

/**
 * For each of these records the day on which its person was forgotten, or null: such a record is passed by. Where
 * nobody was ever forgotten this costs one small question, whatever the number of records; else one for all of them.
 */
export async function passedBy(
  db: Database,
  owner: OwnerId,
  records: readonly Known[],
): Promise<(Day | null)[]> {
  const met = await tombstonesOf(db, owner, records)
  return met.map((one) => one?.on ?? null)
}

/** The tombstone that each of these would be passed by for. */
export async function tombstonesOf(
  db: Database,
  owner: OwnerId,
  records: readonly Known[],
): Promise<(Tombstone | null)[]> {
  if (records.length === 0 || !(await anyForgotten(db, owner))) return records.map(() => null)
  const keys = await sealedIdentifiers(db, owner, records, 'coming')
  const bearing = await tombstonesBearing(db, owner, keys.flat())
  if (bearing.size === 0) return records.map(() => null)
  const tombstones = await loadAll(db, owner, tombstoneKind, [...new Set(bearing.values())])
  return keys.map((own) => {
    const hit = own.find((key) => bearing.has(key))
    return (hit === undefined ? null : tombstones.get(bearing.get(hit) ?? '')) ?? null
  })
}
