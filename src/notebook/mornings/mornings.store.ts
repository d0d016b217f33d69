import type { Day } from '../../kit/days.ts'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { ownMailbox } from '../mail/mail.store.ts'
import type { Morning } from './morning.ts'

/** A browser that hears in the morning; `sealed` holds where it is reached. */
export interface KeptMorning {
  readonly browser: string
  readonly morning: Morning
  readonly sealed: Uint8Array
  readonly lastOn: Day | null
}

export async function morningsOf(db: Database, owner: OwnerId): Promise<KeptMorning[]> {
  const rows = await db
    .selectFrom('mornings')
    .selectAll()
    .where('owner_id', '=', owner)
    .where('browser', '!=', ownMailbox)
    .orderBy('browser')
    .execute()
  return rows.map(({ browser, doc, sealed, last_day: lastOn }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only `keepMorning` writes it
    return { browser, morning: JSON.parse(doc) as Morning, sealed, lastOn }
  })
}

export async function keepMorning(
  db: Database,
  owner: OwnerId,
  { browser, morning, sealed }: Omit<KeptMorning, 'lastOn'>,
): Promise<void> {
  const kept = { doc: JSON.stringify(morning), sealed }
  await db
    .insertInto('mornings')
    .values({ owner_id: owner, browser, last_day: null, ...kept })
    .onConflict((conflict) => conflict.columns(['owner_id', 'browser']).doUpdateSet(kept))
    .execute()
}

/** False where that day was marked already: somebody else who looked at the same moment tells it. */
export async function markHeard(
  db: Database,
  owner: OwnerId,
  browser: string,
  day: Day,
): Promise<boolean> {
  const marked = await db
    .updateTable('mornings')
    .set({ last_day: day })
    .where('owner_id', '=', owner)
    .where('browser', '=', browser)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '<', day)]))
    .executeTakeFirst()
  return marked.numUpdatedRows > 0n
}

export async function endMornings(
  db: Database,
  owner: OwnerId,
  browsers: readonly string[],
): Promise<number> {
  if (browsers.length === 0) return 0
  const gone = await db
    .deleteFrom('mornings')
    .where('owner_id', '=', owner)
    .where('browser', 'in', browsers)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export interface SealedKeys {
  readonly public: string
  readonly sealed: Uint8Array
}

export async function pushKeysOf(db: Database, owner: OwnerId): Promise<SealedKeys | null> {
  const row = await db
    .selectFrom('push_keys')
    .select(['public', 'sealed'])
    .where('owner_id', '=', owner)
    .executeTakeFirst()
  return row ?? null
}

/** The first keys stay, also where two browsers ask at the same moment. */
export async function addPushKeys(db: Database, owner: OwnerId, keys: SealedKeys): Promise<void> {
  await db
    .insertInto('push_keys')
    .values({ owner_id: owner, ...keys })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
