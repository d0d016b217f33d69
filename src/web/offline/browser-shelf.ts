import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { Deed, Key, Shelf, Table } from './shelf.ts'

interface Tables extends DBSchema {
  outbox: { key: Key; value: Uint8Array }
  copy: { key: Key; value: Uint8Array }
  facts: { key: Key; value: Uint8Array }
  shared: { key: Key; value: Uint8Array }
  files: { key: Key; value: Uint8Array }
}

type Change = IDBPTransaction<Tables, Table[], 'readwrite'>

const tables: Table[] = ['outbox', 'copy', 'facts', 'shared', 'files']

export interface BrowserShelf extends Shelf {
  close(): void
}

/** A shelf in IndexedDB. Changes are strict: the browser says they are done when the disk says so. */
export async function openBrowserShelf(name: string): Promise<BrowserShelf> {
  const db: IDBPDatabase<Tables> = await openDB<Tables>(name, 2, {
    upgrade(made, from) {
      if (from < 1) {
        made.createObjectStore('outbox', { autoIncrement: true })
        made.createObjectStore('copy')
        made.createObjectStore('facts')
      }
      made.createObjectStore('shared')
      made.createObjectStore('files')
    },
    // Another window destroys it: whoever signed out there signed out here too.
    blocking: () => db.close(),
  })
  return {
    get: async (table, key) => (await db.get(table, key)) ?? null,
    async all(table) {
      const reading = db.transaction(table)
      const [keys, values] = await Promise.all([reading.store.getAllKeys(), reading.store.getAll()])
      return rowsOf(keys, values)
    },
    async change(table, decide) {
      const changing = db.transaction(tables, 'readwrite', { durability: 'strict' })
      const store = changing.objectStore(table)
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
      await Promise.all(decide(rowsOf(keys, values)).map((deed) => carryOut(changing, deed)))
      await changing.done
    },
    close: () => db.close(),
  }
}

function rowsOf(keys: readonly Key[], values: readonly Uint8Array[]) {
  return keys.flatMap((key, at) => {
    const value = values[at]
    return value ? [{ key, value }] : []
  })
}

async function carryOut(changing: Change, deed: Deed): Promise<void> {
  if ('put' in deed) await changing.objectStore(deed.put).put(deed.value, deed.key)
  else if ('append' in deed) await changing.objectStore(deed.append).add(deed.value)
  else if ('remove' in deed) await changing.objectStore(deed.remove).delete(deed.key)
  else await changing.objectStore(deed.clear).clear()
}
