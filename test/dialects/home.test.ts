import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { soleAccount } from '../../src/accounts/access/access.store.ts'
import {
  inviteFirst,
  signIn,
  visitorOfCookie,
} from '../../src/accounts/access/visitors.operations.ts'
import { rights } from '../../src/kit/contract.ts'
import { run } from '../../src/operations/run.ts'
import { type Home, openHome } from '../../src/platform/home.ts'
import { vaultIn } from '../../src/platform/vault.ts'
import { deskThatWorks } from '../../src/server/notebook.ts'
import { realWorld } from '../../src/server/world.ts'
import { freshHome, removeHome } from '../doors/stand.ts'
import { freshDatabase } from '../stand/postgres.ts'

const homes = {
  async SQLite() {
    const folder = await freshHome()
    return { home: { folder, databaseUrl: null }, drop: () => removeHome(folder) }
  },
  async PostgreSQL() {
    const [folder, database] = await Promise.all([freshHome(), freshDatabase()])
    const drop = async () => {
      await database.drop()
      await removeHome(folder)
    }
    return { home: { folder, databaseUrl: database.url }, drop }
  },
} as const

describe.each(['SQLite', 'PostgreSQL'] as const)('a home on %s', (name) => {
  let home: Home
  let drop: () => Promise<void>
  beforeAll(async () => {
    ;({ home, drop } = await homes[name]())
  })
  afterAll(() => drop())

  test('is made once, however many programs open it at the same moment', async () => {
    const stores = await Promise.all([openHome(home), openHome(home), openHome(home)])
    const accounts = await Promise.all(stores.map((store) => soleAccount(store, realWorld)))
    expect(new Set(accounts.map(({ account, owner }) => `${account} ${owner}`)).size).toBe(1)
    await Promise.all(stores.map((store) => store.close()))
  })

  test('lets a browser in by an invitation, once', async () => {
    const store = await openHome(home)
    const engine = { store, world: realWorld, zone: 'Europe/Madrid', vault: vaultIn(home) }
    const account = await soleAccount(store, realWorld)
    const token = await inviteFirst(engine, account)
    const [one, other] = await Promise.all([
      signIn(engine, token, 'One'),
      signIn(engine, token, 'Other'),
    ])
    const secrets = [one, other].filter((secret) => secret !== null)
    expect(secrets).toHaveLength(1)
    expect(await visitorOfCookie(engine, secrets[0] ?? '')).toMatchObject(account)
    expect(await visitorOfCookie(engine, 'made up')).toBeNull()
    await store.close()
  })

  test('does long work to its end and remembers it', async () => {
    const store = await openHome(home)
    const engine = { store, world: realWorld, zone: 'Europe/Madrid', vault: vaultIn(home) }
    const account = await soleAccount(store, realWorld)
    const caller = {
      ...account,
      rights: new Set(rights),
      door: 'command',
      device: '',
      listedAs: null,
      zone: null,
    } as const
    const faults: unknown[] = []
    const { house } = deskThatWorks(engine, (error) => faults.push(error))
    const request = { operation: 'notebook.rebuild', input: {}, key: 'again' }
    const { change } = await run(house, caller, request)
    expect((await run(house, caller, request)).change).toBe(change)
    const { result } = await run(house, caller, { operation: 'jobs.list', input: {}, key: null })
    expect(result).toMatchObject({ jobs: [{ operation: 'notebook.rebuild', state: 'done' }] })
    expect(faults).toEqual([])
    await store.close()
  })
})
