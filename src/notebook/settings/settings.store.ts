import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { type Kind, load } from '../../platform/database/things.ts'
import { asTheyCome, type Settings } from './settings.ts'

/** There is one of these in a notebook, under this name instead of an id. */
export const settingsId = 'own'

export const settingsKind: Kind<Settings> = {
  name: 'settings',
  table: 'settings',
  binnedOn: () => null,
  index: async () => {},
}

export async function settingsOf(db: Database, owner: OwnerId): Promise<Settings> {
  return { ...asTheyCome, ...(await load(db, owner, settingsKind, settingsId)) }
}
