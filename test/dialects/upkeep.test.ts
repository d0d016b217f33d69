import { expect, test } from 'vitest'
import {
  addInvitation,
  openSession,
  sessionOf,
  takeInvitation,
} from '../../src/accounts/access/access.store.ts'
import { addHours } from '../../src/kit/days.ts'
import { letGo } from '../../src/notebook/changes/upkeep.operations.ts'
import { reading, writing } from '../../src/platform/transactions.ts'
import { upkeep } from '../../src/server/upkeep.ts'
import { card, file } from './contacts-files.ts'
import { type Notebook, onBothDatabases, person, raw, type Who } from './notebook.ts'
import { talkWith } from './talk.ts'

const day = 24
const keep = ({ house, caller }: Notebook) => upkeep(house.engine, caller())
const bytesKept = ({ peek, owner }: Notebook, who: Who = 'lucia') =>
  peek(async (db) => {
    const rows = await db
      .selectFrom('contents')
      .select('digest')
      .where('owner_id', '=', owner(who))
      .execute()
    return rows.length
  }, who)
const exported = async ({ ask }: Notebook) => {
  let text = ''
  for await (const piece of (await ask('contacts.export')).text) text += piece
  return text
}

onBothDatabases('the upkeep of a notebook', (notebook) => {
  test('keeps the answer to a key for thirty days, and its bytes no longer', async () => {
    const { ask, refusal, clock } = notebook()
    const add = ['people.add', { name: 'Ruth Adeyemi' }, { key: 'once' }] as const
    const ruth = await ask(...add)
    clock.pass(29 * day)
    await keep(notebook())
    expect(await ask(...add)).toEqual(ruth)
    expect(await bytesKept(notebook())).toBe(1)
    clock.pass(2 * day)
    await keep(notebook())
    expect(await bytesKept(notebook())).toBe(0)
    expect(await refusal(...add)).toMatchObject({ code: 'key.already-done' })
    expect((await ask('people.find', { text: 'Ruth' })).people).toHaveLength(1)
  })

  test('leaves what documents refer to, however old, and what another owner has', async () => {
    const { ask, clock } = notebook()
    const talk = await talkWith(notebook(), [await person(notebook(), 'Mara Lind')])
    await ask('notes.save', { id: talk, text: '% the project dies\nopen words' })
    const cards = card('ann', 'Ann Lee', 'X-WORD-FOR-WORD:kept') + card('ben', 'Ben Lee')
    await ask('contacts.import', { files: [await file('a.vcf', cards)] })
    const theirs = { who: 'mateo' } as const
    await ask('contacts.import', { files: [await file('b.vcf', card('cy', 'Cy Lee'))] }, theirs)
    const before = await bytesKept(notebook())
    expect(before).toBe(3)
    clock.pass(400 * day)
    await keep(notebook())
    expect(await bytesKept(notebook())).toBe(before)
    expect(await bytesKept(notebook(), 'mateo')).toBe(1)
    expect((await ask('notes.show', { id: talk, offRecord: true })).text).toContain('dies')
    expect(await exported(notebook())).toContain('X-WORD-FOR-WORD:kept')
  })

  test('keeps the bytes of an import for thirty days after it was taken back', async () => {
    const { ask, answer, refusal, clock, documents } = notebook()
    const bring = async (name: string) => {
      const files = [await file(`${name}.vcf`, card(name, name, 'X-ODD:kept too'))]
      return (await answer('contacts.import', { files })).change
    }
    const before = await bytesKept(notebook())
    const job = await bring('Dora Falk')
    clock.pass(100 * day)
    const { change } = await answer('changes.undo', { id: job })
    clock.pass(29 * day)
    await keep(notebook())
    expect(await bytesKept(notebook())).toBe(before + 1)
    await ask('changes.undo', { id: change })
    expect(await exported(notebook())).toContain('X-ODD:kept too')

    const undone = await answer('changes.undo', { id: job })
    clock.pass(31 * day)
    await keep(notebook())
    expect(await bytesKept(notebook())).toBe(before)
    const stands = await documents()
    expect(await refusal('changes.undo', { id: undone.change })).toMatchObject({
      code: 'change.already-erased',
    })
    expect(await documents()).toEqual(stands)
    // The same file again is a fresh start.
    await bring('Dora Falk')
    expect(await exported(notebook())).toContain('X-ODD:kept too')
  })

  test('leaves bytes that come into use again while it looks', async () => {
    const { house, ask, answer, caller, clock } = notebook()
    const { engine } = house
    const files = [await file('eve.vcf', card('eve', 'Eve Stone', 'X-ODD:just in time'))]
    const { change } = await answer('contacts.import', { files })
    await answer('changes.undo', { id: change })
    clock.pass(31 * day)
    let has = false
    await letGo({
      now: () => engine.world.now(),
      read: (slice) => reading(engine, caller(), slice),
      write: async (slice) => {
        if (!has) await ask('contacts.import', { files })
        has = true
        const deed = { operation: 'notebook.upkeep', input: null, key: null }
        return (await writing(engine, caller(), deed, slice)).result
      },
    })
    expect(has).toBe(true)
    expect(await exported(notebook())).toContain('X-ODD:just in time')
  })

  test('is done by rebuilding too, and writes nothing into the log', async () => {
    const { ask, clock, revision } = notebook()
    await ask('people.add', { name: 'Gil Moss' }, { key: 'gil' })
    const before = await bytesKept(notebook())
    clock.pass(31 * day)
    const at = await revision()
    await ask('notebook.rebuild')
    expect(await bytesKept(notebook())).toBe(before - 1)
    expect(await revision()).toBe(at)
  })

  test('takes from jobs that ended long ago what they were given and what they answered', async () => {
    const { ask, refusal, clock } = notebook()
    const files = [await file('fay.vcf', card('fay', 'Fay Hill'))]
    const again = ['contacts.import', { files }, { key: 'fay' }] as const
    const said = await ask(...again)
    const [{ id }] = (await ask('jobs.list')).jobs
    clock.pass(89 * day)
    await keep(notebook())
    expect(await ask(...again)).toEqual(said)
    clock.pass(2 * day)
    await keep(notebook())
    expect(await ask('jobs.show', { id })).toMatchObject({
      operation: 'contacts.import',
      state: 'done',
      result: null,
    })
    expect(await refusal(...again)).toMatchObject({ code: 'key.already-done' })
  })

  test('removes browsers and addresses that let nobody in any more', async () => {
    const { house, caller, clock, store } = notebook()
    const { account } = caller()
    const now = () => house.engine.world.now()
    const invite = (secret: string, hours: number) =>
      store.write(null, (db) =>
        addInvitation(db, account, { secret, now: now(), expiresAt: addHours(now(), hours) }),
      )
    const count = async (table: string) =>
      (await store.read(null, (db) => raw(db, `select digest from ${table}`))).length
    await store.write(null, (db) =>
      openSession(db, account, { secret: 'old', device: 'x', now: now() }),
    )
    clock.pass(89 * day)
    await store.write(null, (db) =>
      openSession(db, account, { secret: 'young', device: 'x', now: now() }),
    )
    await invite('short', 1)
    await invite('long', 100 * day)
    expect([await count('sessions'), await count('invitations')]).toEqual([2, 2])
    clock.pass(2 * day)
    await keep(notebook())
    expect([await count('sessions'), await count('invitations')]).toEqual([1, 1])
    expect(await store.read(null, (db) => sessionOf(db, 'young', now()))).not.toBeNull()
    expect(await store.write(null, (db) => takeInvitation(db, 'long', now()))).toBe(account)
  })

  test('lets others have their turn, and stops when it is told to', async () => {
    const { house, caller, ask } = notebook()
    let answered = 0
    const keeping = upkeep(house.engine, caller())
    const asking = (async () => {
      for (; answered < 5; answered++) await ask('people.list', { limit: 1 })
    })()
    await Promise.race([keeping, asking])
    expect(answered).toBeGreaterThan(0)
    await Promise.all([keeping, asking])
    const stop = new AbortController()
    const stopped = upkeep(house.engine, caller(), stop.signal)
    stop.abort()
    await expect(stopped).rejects.toThrow()
  })
})
