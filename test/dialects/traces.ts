import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { derivedTables, thingTables } from '../../src/platform/database/tables/notebook.ts'
import { type Notebook, raw } from './notebook.ts'

const tables = [
  ...thingTables,
  ...derivedTables,
  'changes',
  'writes',
  'jobs',
  'duplicate_pairs',
  'linkage_models',
]

/** Every row of every table as text, with the bytes that are kept beside them. */
async function everything({ store, owner }: Notebook): Promise<string> {
  return store.read(null, async (db) => {
    await (store.dialect === 'postgres'
      ? sql.raw(`set local sobremesa.owner = '${owner()}'`).execute(db)
      : Promise.resolve())
    const texts = []
    for (const table of tables)
      texts.push(JSON.stringify([table, await raw(db, `select * from ${table}`)]))
    for (const row of await raw(db, 'select * from contents')) {
      texts.push(Buffer.from(row['bytes'] as Uint8Array).toString('utf8'))
    }
    return texts.join('\n')
  })
}

/** Each table of the database with all its rows that the owner may read, those of the server as well. */
export async function everyRow({ store, peek }: Notebook): Promise<Record<string, unknown>> {
  const names =
    store.dialect === 'postgres'
      ? "select table_name as name from information_schema.tables where table_schema = 'public'"
      : "select name from sqlite_schema where type = 'table'"
  return peek(async (db) => {
    const found: Record<string, unknown> = {}
    for (const { name } of await raw(db, names)) {
      found[String(name)] = await raw(db, `select * from "${String(name)}"`)
    }
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['owners', 'writes', 'links']))
    return found
  })
}

/** The bytes of the file and of all that lies beside it; PostgreSQL keeps its own. */
async function bytesOf({ store }: Notebook): Promise<string> {
  if (store.dialect !== 'sqlite') return ''
  const [row] = await store.read(null, (db) => raw(db, 'pragma database_list'))
  const folder = dirname(String(row?.['file']))
  const files = await readdir(folder)
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')))
  return texts.join('\n')
}

/** Not a trace of these is left, whatever the case, in no table and in no byte of the file. */
export async function expectNoTrace(notebook: Notebook, words: readonly string[]): Promise<void> {
  const all = await everything(notebook)
  const bytes = await bytesOf(notebook)
  for (const word of words) {
    const pattern = new RegExp(word.replaceAll('.', String.raw`\.`), 'i')
    const at = pattern.exec(all)
    expect(at && all.slice(Math.max(0, at.index - 200), at.index + 100)).toBeNull()
    const inFile = pattern.exec(bytes)
    expect(inFile && bytes.slice(Math.max(0, inFile.index - 200), inFile.index + 100)).toBeNull()
  }
}
