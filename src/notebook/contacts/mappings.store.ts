import type { Day } from '../../kit/days.ts'
import { id, type MappingId, type OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Kind, load } from '../../platform/database/things.ts'
import type { Mapped } from './column-meanings.ts'

/** What somebody said of the columns of a table; used again for each table with the same names of columns. */
export interface Mapping {
  readonly id: MappingId
  readonly on: Day
  readonly columns: readonly Mapped[]
}

export const mappingKind: Kind<Mapping> = {
  name: 'mapping',
  table: 'mappings',
  binnedOn: () => null,
  index: async () => {},
}

/** One for each row of names, so that what is said anew takes the place of what was said. */
export function mappingId(fingerprint: string): MappingId {
  return id('mapping', fingerprint)
}

export async function keptMapping(
  db: Database,
  owner: OwnerId,
  fingerprint: string,
): Promise<Mapping | null> {
  return load(db, owner, mappingKind, mappingId(fingerprint))
}
