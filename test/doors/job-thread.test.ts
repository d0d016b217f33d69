import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { soleAccount } from '../../src/accounts/access/access.store.ts'
import { rights } from '../../src/kit/contract.ts'
import { run, startJob } from '../../src/operations/run.ts'
import { openHome } from '../../src/platform/home.ts'
import { vaultIn } from '../../src/platform/vault.ts'
import { lookAfterImport } from '../../src/server/after-import.ts'
import { JobThread } from '../../src/server/job-thread.ts'
import { deskOf } from '../../src/server/notebook.ts'
import { realWorld } from '../../src/server/world.ts'
import { freshHome, removeHome } from './stand.ts'

const folder = await freshHome()
afterAll(() => removeHome(folder))

async function opened() {
  const home = { folder, databaseUrl: null }
  const store = await openHome(home)
  const engine = { store, world: realWorld, zone: 'Europe/Madrid', vault: vaultIn(home) }
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

/** A table of so many people. */
async function fileOf(name: string, count: number) {
  const rows = Array.from({ length: count }, (_, at) => `${name} ${at},${name}${at}@x.example\n`)
  const text = `Name,E-mail\n${rows.join('')}`
  const path = join(folder, `${name}.csv`)
  await writeFile(path, text)
  return { name: `${name}.csv`, path, size: text.length }
}

test('a file that brings a crowd is followed by one look for who stands here twice, a dry run by none', async () => {
  const { home, engine, caller } = await opened()
  const thread = new JobThread(
    engine,
    home,
    (what) => faults.push(what),
    (done, waiting) => lookAfterImport(house, done, waiting),
  )
  const faults: string[] = []
  const { house, jobs } = deskOf(engine, thread.launch)
  const bring = async (name: string, count: number, dryRun = false) =>
    startJob(house, caller, {
      operation: 'contacts.import',
      input: { files: [await fileOf(name, count)], dryRun },
      key: null,
    })
  const looks = async () => {
    const { result } = await run(house, caller, { operation: 'jobs.list', input: {}, key: null })
    return JSON.stringify(result).split('contacts.duplicates').length - 1
  }
  await jobs.follow(caller, await bring('Dry', 70, true))
  await jobs.follow(caller, await bring('Few', 3))
  // Jobs go one after the other: when the next has ended, what follows on these has begun.
  await jobs.follow(caller, await startJob(house, caller, rebuild))
  expect(await looks()).toBe(0)
  const both = [await bring('First', 70), await bring('Second', 70)]
  for (const job of both) await jobs.follow(caller, job)
  await expect.poll(looks, { timeout: 20_000 }).toBe(1)
  await jobs.follow(caller, await startJob(house, caller, rebuild))
  const request = { operation: 'contacts.review', input: {}, key: null }
  const { result } = await run(house, caller, request)
  expect(result).toMatchObject({ counts: { peopleSince: 0, looked: expect.any(String) } })
  expect(await looks()).toBe(1)
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
