import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { soleAccount } from '../../src/accounts/access/access.store.ts'
import { rights } from '../../src/kit/contract.ts'
import { startJob } from '../../src/operations/run.ts'
import { openHome } from '../../src/platform/home.ts'
import { JobThread } from '../../src/server/job-thread.ts'
import { deskOf } from '../../src/server/notebook.ts'
import { realWorld } from '../../src/server/world.ts'
import { freshHome, removeHome } from './stand.ts'

const folder = await freshHome()
afterAll(() => removeHome(folder))

async function opened() {
  const home = { folder, databaseUrl: null }
  const store = await openHome(home)
  const engine = { store, world: realWorld, zone: 'Europe/Madrid' }
  const account = await soleAccount(store, realWorld)
  const manner = {
    rights: new Set(rights),
    door: 'web',
    device: '',
    listedAs: null,
    zone: null,
  } as const
  return { home, engine, caller: { ...account, ...manner } }
}

const rebuild = { operation: 'notebook.rebuild', input: {}, key: null }

test('long work goes on in a thread, one after the other', async () => {
  const { home, engine, caller } = await opened()
  const faults: string[] = []
  const thread = new JobThread(engine, home, (what) => faults.push(what))
  const { house, jobs } = deskOf(engine, thread.launch)
  const begun = [await startJob(house, caller, rebuild), await startJob(house, caller, rebuild)]
  const ended = await Promise.all(begun.map((job) => jobs.follow(caller, job)))
  expect(ended).toEqual([{ things: 0 }, { things: 0 }])
  expect(faults).toEqual([])
  await thread.stop()
  await engine.store.close()
})

test('work whose thread dies says so, instead of running for ever', async () => {
  const { engine, caller } = await opened()
  const nowhere = { folder: join(folder, 'notebook.db/none'), databaseUrl: null }
  const faults: string[] = []
  const thread = new JobThread(engine, nowhere, (what) => faults.push(what))
  const { house, jobs } = deskOf(engine, thread.launch)
  const job = await startJob(house, caller, rebuild)
  await expect(jobs.follow(caller, job)).rejects.toMatchObject({ code: 'job.failed' })
  expect(faults).toContain('The thread of long work')
  await thread.stop()
  await engine.store.close()
})

test('work that is cut short by the end of the server says so', async () => {
  const { home, engine, caller } = await opened()
  const thread = new JobThread(engine, home, () => {})
  const { house, jobs } = deskOf(engine, thread.launch)
  const job = await startJob(house, caller, rebuild)
  await thread.stop()
  await expect(jobs.follow(caller, job)).rejects.toMatchObject({ code: 'job.interrupted' })
  await engine.store.close()
})
