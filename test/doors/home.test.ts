import { randomBytes } from 'node:crypto'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { soleAccount } from '../../src/accounts/access/access.store.ts'
import { copySqlite } from '../../src/platform/database/copy.ts'
import { migrations } from '../../src/platform/database/migrate.ts'
import { homeOf, openHome } from '../../src/platform/home.ts'
import { realWorld } from '../../src/server/world.ts'
import { freshHome, removeHome } from './stand.ts'

let folder: string
beforeEach(async () => {
  folder = await freshHome()
})
afterEach(() => removeHome(folder))

const here = (name: string) => ({ folder: join(folder, name), databaseUrl: null })
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

describe('where a notebook is kept', () => {
  test('is what was asked for, else SOBREMESA_HOME, else the data folder', () => {
    const env = { SOBREMESA_HOME: '/h', XDG_DATA_HOME: '/d' }
    expect(homeOf('/asked', env).folder).toBe('/asked')
    expect(homeOf(null, env).folder).toBe('/h')
    expect(homeOf(null, { XDG_DATA_HOME: '/d' }).folder).toBe('/d/sobremesa')
    expect(homeOf(null, { DATABASE_URL: 'postgresql://x/y' }).databaseUrl).toBe('postgresql://x/y')
  })
})

describe('opening a home', () => {
  test('makes it for nobody but its owner', async () => {
    const store = await openHome(here('new'))
    await soleAccount(store, realWorld)
    expect(await modeOf(join(folder, 'new'))).toBe('700')
    for (const name of ['notebook.db', 'notebook.db-wal', 'notebook.db-shm']) {
      expect([name, await modeOf(join(folder, 'new', name))]).toEqual([name, '600'])
    }
    await store.close()
  })

  test('gives the same account each time', async () => {
    const first = await openHome(here('new'))
    const account = await soleAccount(first, realWorld)
    await first.close()
    const second = await openHome(here('new'))
    expect(await soleAccount(second, realWorld)).toEqual(account)
    await second.close()
  })

  test('refuses a file that is no notebook, and leaves it as it is', async () => {
    await mkdir(join(folder, 'odd'))
    await writeFile(join(folder, 'odd/notebook.db'), 'Dear diary,\n'.repeat(100))
    await expect(openHome(here('odd'))).rejects.toMatchObject({
      code: 'home.unreadable',
      message: expect.stringContaining('is not a notebook of Sobremesa'),
    })
    expect((await stat(join(folder, 'odd/notebook.db'))).size).toBe(1200)
  })

  test('says of an encrypted notebook that it is one', async () => {
    await mkdir(join(folder, 'locked'))
    await writeFile(join(folder, 'locked/notebook.db'), randomBytes(8192))
    await expect(openHome(here('locked'))).rejects.toMatchObject({
      code: 'home.unreadable',
      message: expect.stringContaining('is encrypted, or damaged'),
    })
  })

  test('refuses a notebook that a newer program has opened', async () => {
    await (await openHome(here('new'))).close()
    const file = new DatabaseSync(join(folder, 'new/notebook.db'))
    file.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')")
    file.close()
    await expect(openHome(here('new'))).rejects.toMatchObject({ code: 'home.too-new' })
  })

  test('says what cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openHome(here('file/home'))).rejects.toMatchObject({
      code: 'home.not-writable',
      message: expect.stringContaining(join(folder, 'file/home')),
    })
  })

  test('does not tell the password of a database that cannot be reached', async () => {
    const home = { folder, databaseUrl: 'postgresql://ada:s3cret@127.0.0.1:1/notebook' }
    const refused: Error = await openHome(home).then(
      () => new Error('opened'),
      (error: Error) => error,
    )
    expect(refused.message).toContain('127.0.0.1:1/notebook')
    expect(JSON.stringify(refused) + refused.message + refused.stack).not.toContain('s3cret')
  })
})

function addColumn(db: Kysely<unknown>): Promise<void> {
  return db.schema.alterTable('accounts').addColumn('mood', 'text').execute()
}

function columnsIn(path: string): unknown[] {
  const file = new DatabaseSync(path, { readOnly: true })
  const columns = file.prepare("select name from pragma_table_info('accounts')").all()
  file.close()
  return columns.map(({ name }) => name)
}

describe('a notebook of an older program', () => {
  const later = { ...migrations, '9999-later': { up: addColumn } }

  test('is copied as it was before it is changed, also when two programs come at once', async () => {
    const old = await openHome(here('old'))
    await soleAccount(old, realWorld)
    await old.close()
    const both = await Promise.all([openHome(here('old'), later), openHome(here('old'), later)])
    await Promise.all(both.map((store) => store.close()))
    expect(columnsIn(join(folder, 'old/notebook.db'))).toContain('mood')
    expect(await readdir(join(folder, 'old/copies'))).toEqual(['before-9999-later.db'])
    expect(columnsIn(join(folder, 'old/copies/before-9999-later.db'))).not.toContain('mood')
    await expect(openHome(here('old'))).rejects.toMatchObject({ code: 'home.too-new' })
  })

  test('stays as it was when the change fails', async () => {
    await (await openHome(here('old'))).close()
    const broken = {
      ...migrations,
      '9999-broken': {
        up: async (db: Kysely<unknown>) => {
          await addColumn(db)
          throw new Error('Out of luck')
        },
      },
    }
    await expect(openHome(here('old'), broken)).rejects.toThrow('Out of luck')
    expect(columnsIn(join(folder, 'old/notebook.db'))).not.toContain('mood')
    await (await openHome(here('old'))).close()
  })
})

describe('a copy of a notebook', () => {
  test('is whole, sound, and takes its name only then', async () => {
    const store = await openHome(here('new'))
    const account = await soleAccount(store, realWorld)
    await mkdir(join(folder, 'copied'))
    await copySqlite(join(folder, 'new/notebook.db'), join(folder, 'copied/notebook.db'))
    await store.close()
    expect(await readdir(join(folder, 'copied'))).toEqual(['notebook.db'])
    expect(await modeOf(join(folder, 'copied/notebook.db'))).toBe('600')
    const copy = await openHome(here('copied'))
    expect(await soleAccount(copy, realWorld)).toEqual(account)
    await copy.close()
  })
})
