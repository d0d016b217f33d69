import { soleAccount } from '../accounts/access/access.store.ts'
import type { Account } from '../accounts/access/access.store.ts'
import type { Desk } from '../doors/shared/desk.ts'
import { addHours } from '../kit/days.ts'
import { type House, workOn } from '../operations/run.ts'
import type { Engine } from '../platform/context.ts'
import { type Home, openHome } from '../platform/home.ts'
import { askToStop, closeAbandonedJobs, findJob, whenEnded } from '../platform/jobs.ts'
import { vaultIn } from '../platform/vault.ts'
import { afterwards } from './afterwards.ts'
import { handlers } from './handlers.ts'
import { realWorld } from './world.ts'

/** An opened home: its store with a clock and dice, and whose it is. */
export interface OpenNotebook {
  readonly engine: Engine
  readonly owner: Account
  readonly close: () => Promise<void>
}

export async function openNotebook(home: Home): Promise<OpenNotebook> {
  const store = await openHome(home)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const engine = { store, world: realWorld, zone, vault: vaultIn(home) }
  try {
    return { engine, owner: await soleAccount(store, realWorld), close: () => store.close() }
  } catch (error) {
    await store.close()
    throw error
  }
}

export function deskOf(engine: Engine, launch: House['launch']): Desk {
  return {
    house: { engine, handlers, launch, afterwards },
    jobs: {
      find: (caller, job) => findJob(engine, caller, job),
      follow: (caller, job, tell) => whenEnded(engine, caller, job, tell),
      stop: (caller, job) => askToStop(engine, caller, job),
    },
  }
}

/** Long work is done here and now, as a command does it; `failed` hears what was our fault, `works` holds what goes on. */
export function deskThatWorks(
  engine: Engine,
  failed: (error: unknown) => void,
  works: Set<Promise<void>> = new Set(),
): Desk {
  const desk = deskOf(engine, (id, caller, request) => {
    const work = workOn(desk.house, caller, { id, request }).catch(failed)
    works.add(work)
    void work.finally(() => works.delete(work))
  })
  const follow: Desk['jobs']['follow'] = async (caller, job, tell) => {
    // The same key may lead to work that a process began which is no more.
    await closeAbandonedJobs(engine, addHours(engine.world.now(), -minutesUntilGivenUp / 60))
    return desk.jobs.follow(caller, job, tell)
  }
  return { ...desk, jobs: { ...desk.jobs, follow } }
}

const minutesUntilGivenUp = 3
