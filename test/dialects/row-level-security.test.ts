import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { id } from '../../src/kit/ids.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { openPostgres } from '../../src/platform/database/open-postgres.ts'
import { freshDatabase } from '../stand/postgres.ts'
import { openNotebook, raw } from './notebook.ts'

async function asRole<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const newOwner = (whose: string) =>
  `insert into owners (owner_id, revision, key) values ('${whose}', 0, '')`

describe('PostgreSQL itself', () => {
  test('shows nothing to whoever has not said whose it is, and takes nothing for somebody else', async () => {
    const notebook = await openNotebook('postgres')
    try {
      await notebook.ask('people.add', { name: 'Mine' })
      await notebook.ask('people.add', { name: 'His' }, { who: 'mateo' })
      const tables = await notebook.store.schema.introspection.getTables()
      const owned = tables
        .filter(({ columns }) => columns.some(({ name }) => name === 'owner_id'))
        .map(({ name }) => name)
        .filter((name) => !['accounts', 'jobs', 'links'].includes(name))
      expect(owned.length).toBeGreaterThan(25)
      for (const table of owned) {
        expect(await raw(notebook.store.schema, `select * from "${table}"`)).toEqual([])
        const other = await notebook.peek((db) =>
          raw(db, `select * from "${table}" where owner_id <> '${notebook.owner()}'`),
        )
        expect(other).toEqual([])
      }
      const theft = `insert into people (owner_id, id, revision, doc)
        values ('${notebook.owner('mateo')}', 'x', 1, '{}')`
      await expect(notebook.store.write(notebook.owner(), (db) => raw(db, theft))).rejects.toThrow(
        /row-level security/,
      )
      const move = `update people set owner_id = '${notebook.owner('mateo')}'`
      await expect(notebook.store.write(notebook.owner(), (db) => raw(db, move))).rejects.toThrow(
        /row-level security/,
      )
      await expect(raw(notebook.store.schema, theft)).rejects.toThrow(/row-level security/)
    } finally {
      await notebook.close()
    }
  })

  test('binds also a superuser, whose rows it would not guard by itself', async () => {
    const database = await freshDatabase()
    const store = openPostgres(database.adminUrl)
    try {
      await migrate(store.schema)
      const owner = id('owner', '0190a000-0000-7000-8000-000000000001')
      await store.write(owner, (db) => raw(db, newOwner(owner)))
      await expect(store.write(owner, (db) => raw(db, newOwner('x')))).rejects.toThrow(
        /row-level security/,
      )
      const other = id('owner', '0190a000-0000-7000-8000-000000000002')
      expect(await store.read(other, (db) => raw(db, 'select * from owners'))).toEqual([])
      const role = await store.read(owner, (db) => raw(db, 'select current_user as role'))
      expect(role).toEqual([{ role: 'sobremesa_app' }])
      const seen = await asRole(database.adminUrl, (client) => client.query('select * from owners'))
      expect(seen.rowCount).toBe(1)
    } finally {
      await store.close()
      await database.drop()
    }
  })
})
