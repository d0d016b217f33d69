import { setTimeout as pause } from 'node:timers/promises'
import { type Account, dropExpired } from '../accounts/access/access.store.ts'
import { addHours } from '../kit/days.ts'
import { letGo } from '../notebook/changes/upkeep.operations.ts'
import { dropEndedLinks } from '../notebook/links/links.store.ts'
import type { Caller, Engine } from '../platform/context.ts'
import { letGoOfEndedJobs } from '../platform/ended-jobs.ts'
import { reading, writing } from '../platform/transactions.ts'

const hoursBetween = 24
/** For so long a job can be looked up with what it was given and what it answered. */
const daysOfJobs = 90
/** For so long it can be seen that a page for the other side was there. */
const daysOfEndedLinks = 90
/** Others have their turn between two slices, each of which takes a millisecond or two. */
const breath = 5

/** Once a day lets go of what is kept only for a time. Ends when the server does. */
export async function keepUp(
  engine: Engine,
  owner: Account,
  { stopping, failed }: { stopping: AbortSignal; failed: (what: string, error: unknown) => void },
): Promise<void> {
  while (!stopping.aborted) {
    await upkeep(engine, owner, stopping).catch((error: unknown) => {
      if (!stopping.aborted) failed('Upkeep', error)
    })
    const wait = pause(hoursBetween * 3_600_000, null, { signal: stopping, ref: false })
    await wait.catch(() => {})
  }
}

/** Throws where it is stopped; what it did until then is done. */
export async function upkeep(
  engine: Engine,
  { account, owner }: Account,
  stopping?: AbortSignal,
): Promise<void> {
  const { store, world } = engine
  const now = world.now()
  await store.write(null, async (db) => {
    await dropExpired(db, now)
    await dropEndedLinks(db, addHours(now, -24 * daysOfEndedLinks))
  })
  await letGoOfEndedJobs(engine, addHours(now, -24 * daysOfJobs))
  const caller: Caller = {
    account,
    owner,
    rights: new Set(),
    door: 'clock',
    device: 'upkeep',
    listedAs: null,
    zone: null,
  }
  const turn = () => pause(breath, null, stopping ? { signal: stopping } : {})
  await letGo({
    now: () => world.now(),
    read: async (slice) => {
      await turn()
      return reading(engine, caller, slice)
    },
    write: async (slice) => {
      await turn()
      const deed = { operation: 'notebook.upkeep', input: null, key: null }
      return (await writing(engine, caller, deed, slice)).result
    },
  })
}
