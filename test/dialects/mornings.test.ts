import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/accounts/access/access.store.ts'
import { run } from '../../src/operations/run.ts'
import { secretDigest } from '../../src/platform/secrets.ts'
import { goodMornings } from '../../src/server/mornings.ts'
import { browserThatHears, pushService } from '../stand/push-service.ts'
import { type Loose, type Notebook, onBothDatabases, person, type Who } from './notebook.ts'

let service: Awaited<ReturnType<typeof pushService>>
beforeAll(async () => {
  service = await pushService()
})
afterAll(() => service.close())

/** A browser of Lucía's that is signed in, and what it asks. */
async function browserOf({ house, store, caller }: Notebook, secret: string, who: Who = 'lucia') {
  const { account } = caller({ who })
  const now = house.engine.world.now()
  await store.write(null, (db) => openSession(db, account, { secret, device: 'a test', now }))
  const listedAs = secretDigest(secret)
  const hears = browserThatHears()
  return {
    hears,
    ask: async (operation: string, input: object = {}): Promise<Loose> =>
      (await run(house, { ...caller({ who }), listedAs }, { operation, input, key: null })).result,
  }
}

/** The address of this machine is no address of a service: it is put in its place past the door. */
const outside = 'https://push.example.org/to/one'
const wish = { zone: 'Europe/Madrid', at: '10:00', endpoint: outside }

onBothDatabases('a word in the morning', (notebook) => {
  test('is kept for this browser alone, sealed, and ended by signing out', async () => {
    const { peek, owner, refusal } = notebook()
    const { ask, hears } = await browserOf(notebook(), 'one')
    const other = await browserOf(notebook(), 'two')
    const { key } = await ask('mornings.prepare')
    expect(await other.ask('mornings.prepare')).toEqual({ key })
    const { p256dh, auth } = hears
    await ask('mornings.keep', { ...wish, p256dh, auth })
    await other.ask('mornings.keep', { ...wish, p256dh, auth, says: 'size', days: 'every' })
    expect(await ask('mornings.show')).toEqual({
      letter: null,
      address: null,
      here: { at: '10:00', zone: 'Europe/Madrid', days: 'working', says: 'quiet' },
      others: 1,
    })
    const rows = await peek((db) =>
      db.selectFrom('mornings').selectAll().where('owner_id', '=', owner()).execute(),
    )
    const kept = rows.map(({ doc, sealed }) => doc + Buffer.from(sealed).toString('latin1')).join()
    expect(kept).not.toContain('push.example.org')
    expect(kept).not.toContain(auth)
    await other.ask('access.leave')
    expect((await ask('mornings.show')).others).toBe(0)
    expect(await ask('mornings.end')).toEqual({ ended: true })
    expect((await ask('mornings.show')).here).toBeNull()
    for (const endpoint of ['https://192.168.1.1/x', 'https://localhost/x']) {
      await expect(ask('mornings.keep', { ...wish, endpoint, p256dh, auth })).rejects.toMatchObject(
        {
          code: 'morning.unreachable',
        },
      )
    }
    expect(await refusal('mornings.keep', { ...wish, p256dh, auth })).toMatchObject({
      code: 'morning.no-browser',
    })
  })

  test('comes once, at its hour, on a day that holds something, and names nobody', async () => {
    const book = notebook()
    const { house, clock, store, owner, ask: own } = book
    const { ask, hears } = await browserOf(book, 'three')
    const { p256dh, auth } = hears
    await ask('mornings.prepare')
    await ask('mornings.keep', { ...wish, p256dh, auth })
    const listedAs = secretDigest('three')
    const reach = JSON.stringify({ endpoint: service.endpoint, p256dh, auth })
    const sealed = await house.engine.vault.seal(reach, `push to ${listedAs}`)
    await store.write(owner(), (db) =>
      db.updateTable('mornings').set({ sealed }).where('owner_id', '=', owner()).execute(),
    )
    const look = () => goodMornings(house, service.manner)
    const words = () => JSON.parse(hears.read(service.delivered.at(-1)!.body)).words

    // Wednesday 11 March, ten in Madrid: nothing is in the notebook yet.
    clock.set('2026-03-11T09:00:00.000Z')
    expect(await look()).toBe(0)
    const who = await person(book, 'Ruth Adeyemi')
    await own('conversations.plan', { people: [who], link: 'Samir' })
    clock.set('2026-03-12T08:59:00.000Z')
    expect(await look()).toBe(0)
    clock.set('2026-03-12T09:00:00.000Z')
    expect([await look(), await look()]).toEqual([1, 0])
    expect(words()).toBe('This morning’s page is laid.')
    clock.set('2026-03-14T09:30:00.000Z')
    expect(await look()).toBe(0)

    await ask('mornings.keep', { ...wish, p256dh, auth, says: 'size' })
    await store.write(owner(), (db) =>
      db.updateTable('mornings').set({ sealed }).where('owner_id', '=', owner()).execute(),
    )
    clock.set('2026-03-16T09:30:00.000Z')
    expect((await Promise.all([look(), look()])).toSorted()).toEqual([0, 1])
    expect(words()).toBe('One small thing. About five minutes in all.')

    service.answerWith(410)
    clock.set('2026-03-17T09:30:00.000Z')
    expect(await look()).toBe(0)
    service.answerWith(201)
    expect((await ask('mornings.show')).here).toBeNull()
  })

  test('ends with the session, also when that ran out by itself', async () => {
    const { house, clock, peek, owner } = notebook()
    const { ask, hears } = await browserOf(notebook(), 'four')
    await ask('mornings.prepare')
    await ask('mornings.keep', { ...wish, p256dh: hears.p256dh, auth: hears.auth })
    clock.pass(24 * 400)
    await goodMornings(house, service.manner)
    const rows = await peek((db) =>
      db.selectFrom('mornings').select('browser').where('owner_id', '=', owner()).execute(),
    )
    expect(rows).toEqual([])
  })

  test('comes to everybody else where it fails for one', async () => {
    const book = notebook()
    const { house, clock, store, owner } = book
    for (const who of ['lucia', 'mateo'] as const) {
      const { ask, hears } = await browserOf(book, who, who)
      const { p256dh, auth } = hears
      await ask('mornings.prepare')
      await ask('mornings.keep', { ...wish, p256dh, auth, days: 'every' })
      const { id } = await ask('people.add', { name: 'Ruth Adeyemi' })
      await ask('conversations.plan', { people: [id], link: 'Samir' })
      const reach = JSON.stringify({ endpoint: service.endpoint, p256dh, auth })
      const about = who === 'lucia' ? 'something else' : `push to ${secretDigest(who)}`
      const sealed = await house.engine.vault.seal(reach, about)
      await store.write(owner(who), (db) =>
        db.updateTable('mornings').set({ sealed }).where('owner_id', '=', owner(who)).execute(),
      )
    }
    clock.set(`${house.engine.world.now().slice(0, 10)}T09:30:00.000Z`)
    const before = service.delivered.length
    await expect(goodMornings(house, service.manner)).rejects.toThrow('Not everybody')
    expect(service.delivered.length).toBe(before + 1)
  })
})
