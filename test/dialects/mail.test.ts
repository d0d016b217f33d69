import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { derivedTables, thingTables } from '../../src/platform/database/tables/notebook.ts'
import { keyFile } from '../../src/platform/vault.ts'
import { type MailStand, mailServer, mailUser } from '../stand/mail-server.ts'
import { type Loose, onBothDatabases, raw } from './notebook.ts'

let server: MailStand
beforeAll(async () => {
  server = await mailServer()
  // Two owners share the store of these tests, so whoever runs it has to allow a server of the house.
  process.env['SOBREMESA_MAIL_INSIDE'] = '1'
})
afterAll(async () => {
  delete process.env['SOBREMESA_MAIL_INSIDE']
  await server.close()
})

const account = () => ({
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  ...mailUser,
  name: 'Lucía Marín',
  address: 'lucia@example.org',
})

onBothDatabases('a mail account', (notebook) => {
  test('is not there until it is set', async () => {
    const { ask, refusal } = notebook()
    expect(await ask('mail.show')).toEqual({ account: null })
    expect(await refusal('mail.try')).toMatchObject({ code: 'mail.not-set' })
    expect(await ask('mail.forget')).toEqual({ forgotten: 0 })
  })

  test('is shown without its password, tried, and forgotten', async () => {
    const { ask } = notebook()
    const set = await ask('mail.set', { ...account(), minutes: 0 })
    const { password: _, ...rest } = account()
    const shown = { account: { ...rest, signIn: { kind: 'password' }, minutes: 0 } }
    expect(set).toEqual(shown)
    expect(await ask('mail.show')).toEqual(shown)
    expect(await ask('mail.show', {}, { who: 'mateo' })).toEqual({ account: null })
    expect(await ask('mail.try')).toEqual({ ok: true, says: '127.0.0.1 let us in.' })
    await ask('mail.set', { ...account(), password: 'wrong' })
    expect(await ask('mail.try')).toMatchObject({
      ok: false,
      says: expect.stringContaining('127.0.0.1 did not take this name and password.'),
    })
    expect(await ask('mail.forget')).toEqual({ forgotten: 1 })
    expect(await ask('mail.show')).toEqual({ account: null })
  })

  test('keeps its password while server and name stay, and asks for it again where they do not', async () => {
    const { ask, refusal } = notebook()
    await ask('mail.set', account())
    const { password: _, ...rest } = account()
    await ask('mail.set', { ...rest, name: 'L. Marín', minutes: 30 })
    expect(await ask('mail.try')).toMatchObject({ ok: true })
    for (const other of [{ host: 'localhost' }, { port: 1 }, { user: 'x' }, { security: 'tls' }]) {
      expect(await refusal('mail.set', { ...rest, ...other })).toMatchObject({
        code: 'mail.no-secret',
      })
    }
    expect((await ask('mail.show')).account).toMatchObject({ name: 'L. Marín', minutes: 30 })
  })

  test('leaves its password nowhere in the database, and in no answer', async () => {
    const { ask, store } = notebook()
    const answers = [
      await ask('mail.set', account()),
      await ask('mail.show'),
      await ask('mail.try'),
    ]
    await ask('settings.change', { name: 'Lucía' }, { key: 'a key' })
    expect(JSON.stringify(answers)).not.toContain(mailUser.password)
    const { owner } = notebook().caller()
    const tables = [...thingTables, ...derivedTables, 'writes', 'changes', 'contents', 'jobs']
    const kept = await store.read(owner, async (db) => {
      const rows: unknown[] = []
      for (const table of [...tables, 'mail_accounts', 'outgoing']) {
        rows.push(...(await raw(db, `select * from ${table}`)))
      }
      return rows
    })
    const text = rowsAsText(kept)
    expect(text).toContain('mail.set')
    expect(text).toContain('Lucía Marín')
    expect(text).not.toContain(mailUser.password)
    expect(text).not.toContain(Buffer.from(mailUser.password).toString('base64'))
  })

  test('says in one sentence that its key is gone, and all else goes on', async () => {
    const { ask, refusal, home } = notebook()
    await ask('mail.set', account())
    await rm(join(home, keyFile))
    const refused = await refusal('mail.try')
    expect(refused).toEqual({
      code: 'vault.locked',
      says: `A password that is kept cannot be opened. The file ${keyFile} is not in the home any more.`,
    })
    expect((await ask('mail.show')).account.host).toBe('127.0.0.1')
    expect((await ask('people.find', { text: 'nobody' })).people).toEqual([])
    await ask('mail.set', account())
    expect(await ask('mail.try')).toMatchObject({ ok: true })
  })

  test('on a store that several share, leads to no server of the house', async () => {
    const { ask } = notebook()
    delete process.env['SOBREMESA_MAIL_INSIDE']
    try {
      await ask('mail.set', account())
      expect(await ask('mail.try')).toMatchObject({
        ok: false,
        says: expect.stringContaining('inside the network of this server'),
      })
    } finally {
      process.env['SOBREMESA_MAIL_INSIDE'] = '1'
    }
  })

  test('is nothing for a program that may read and write', async () => {
    const { refusal } = notebook()
    const rights = ['notebook:read', 'notebook:write', 'mail:send'] as const
    for (const [operation, input] of [
      ['mail.set', account()],
      ['mail.try', {}],
      ['mail.forget', {}],
    ] as const) {
      expect(await refusal(operation, input, { rights })).toMatchObject({ code: 'rights.missing' })
    }
  })
})

/** Bytes as the text they would be. */
function rowsAsText(rows: readonly Loose[]): string {
  return rows
    .flatMap((row: Loose) => Object.values(row))
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value),
    )
    .join('\n')
}
