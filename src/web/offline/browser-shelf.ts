import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, unwrap } from 'idb'
import type { DraftDisk } from './draft-log.ts'
import type { Deed, Key, Shelf, Shelved, Table } from './shelf.ts'

interface Tables extends DBSchema {
  outbox: { key: Key; value: Uint8Array }
  copy: { key: Key; value: Uint8Array }
  facts: { key: Key; value: Uint8Array }
  shared: { key: Key; value: Uint8Array }
  files: { key: Key; value: Uint8Array }
  drafts: { key: string; value: Uint8Array }
}

type Change = IDBPTransaction<Tables, Table[], 'readwrite'>

const tables: Table[] = ['outbox', 'copy', 'facts', 'shared', 'files']
/** Newer builds add tables, and take none away. */
const version = 3
const stampKey = 'stamp of the outbox'

export interface BrowserShelf extends Shelf {
  readonly drafts: DraftDisk
  close(): void
}

/** The outbox as this window last saw it; a stamp that is another says that somebody changed it since. */
interface Seen {
  readonly stamp: string
  readonly rows: readonly Shelved[]
}

/** A shelf in IndexedDB. Changes are strict: the browser says they are done when the disk says so. */
export async function openBrowserShelf(name: string): Promise<BrowserShelf> {
  const open = await openTables(name)
  // A note of thousands of lines waits there with each of its saves, and every page asks what waits.
  let seen: Seen | null = null

  return {
    get: async (table, key) => (await (await open.now()).get(table, key)) ?? null,
    async all(table) {
      const db = await open.now()
      const reading = db.transaction([table, 'facts'])
      const stamp =
        table === 'outbox' ? await reading.objectStore('facts').get(stampKey) : undefined
      const known = rowsUnder(seen, stamp)
      if (known) return known
      const rows = await readRows(reading.objectStore(table))
      if (stamp) seen = { stamp: stamp.join(), rows }
      return rows
    },
    async change(table, decide) {
      const db = await open.now()
      const changing = db.transaction(tables, 'readwrite', { durability: 'strict' })
      const before =
        table === 'outbox' ? await changing.objectStore('facts').get(stampKey) : undefined
      const rows = rowsUnder(seen, before) ?? (await readRows(changing.objectStore(table)))
      const deeds = decide(rows)
      const stamp = deeds.some(isOfOutbox) ? crypto.getRandomValues(new Uint8Array(16)) : null
      const keys = await Promise.all([
        ...deeds.map((deed) => carryOut(changing, deed)),
        ...(stamp ? [changing.objectStore('facts').put(stamp, stampKey)] : []),
      ])
      await changing.done
      if (table === 'outbox' && stamp) {
        const now = new Map(rows.map(({ key, value }) => [key, value]))
        for (const [at, deed] of deeds.entries()) follow(now, deed, keys[at])
        seen = { stamp: stamp.join(), rows: [...now].map(([key, value]) => ({ key, value })) }
      }
    },
    drafts: {
      async names(prefix) {
        const range = IDBKeyRange.bound(prefix, `${prefix}\uFFFF`)
        return (await open.now()).getAllKeys('drafts', range)
      },
      get: async (key) => (await (await open.now()).get('drafts', key)) ?? null,
      async change(puts, gone) {
        const db = await open.now()
        const changing = db.transaction('drafts', 'readwrite', { durability: 'strict' })
        // Somebody types meanwhile: only the end of it all is waited for.
        const store = unwrap(changing.store)
        for (const { name: key, sealed } of puts) store.put(sealed, key)
        for (const key of gone) store.delete(key)
        changing.commit()
        await changing.done
      },
    },
    close: open.close,
  }
}

/** The tables as they are open now. */
interface Open {
  readonly now: () => Promise<IDBPDatabase<Tables>>
  readonly close: () => void
}

/**
 * Another window may open a newer build, which gives the database more tables: this one lets it, and goes on with the
 * tables that it knows. Where the database is taken away, another window signed out, and this one is signed out too.
 */
async function openTables(name: string): Promise<Open> {
  const blocking = (_version: number, next: number | null): void => {
    db.close()
    if (next !== null) reopening = openAsItIs().then((again) => (db = again))
  }
  const openAsItIs = (): Promise<IDBPDatabase<Tables>> =>
    openDB<Tables>(name, undefined, { blocking })
  let reopening: Promise<IDBPDatabase<Tables>> | null = null
  let db = await openDB<Tables>(name, version, { upgrade, blocking }).catch((error: unknown) => {
    if (isOfNewer(error)) return openAsItIs()
    throw error
  })
  return { now: () => reopening ?? Promise.resolve(db), close: () => db.close() }
}

function upgrade(made: IDBPDatabase<Tables>, from: number): void {
  if (from < 1) {
    made.createObjectStore('outbox', { autoIncrement: true })
    made.createObjectStore('copy')
    made.createObjectStore('facts')
  }
  if (from < 2) {
    made.createObjectStore('shared')
    made.createObjectStore('files')
  }
  if (from < 3) made.createObjectStore('drafts')
}

/** A newer build was here before: its tables are ours, and more. */
function isOfNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError'
}

function rowsUnder(seen: Seen | null, stamp: Uint8Array | undefined): Shelved[] | null {
  return seen && stamp && seen.stamp === stamp.join() ? [...seen.rows] : null
}

interface Readable {
  getAllKeys(): Promise<Key[]>
  getAll(): Promise<Uint8Array[]>
}

async function readRows(store: Readable): Promise<Shelved[]> {
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
  return keys.flatMap((key, at) => {
    const value = values[at]
    return value ? [{ key, value }] : []
  })
}

function isOfOutbox(deed: Deed): boolean {
  if ('put' in deed) return deed.put === 'outbox'
  if ('append' in deed) return true
  return 'remove' in deed ? deed.remove === 'outbox' : deed.clear === 'outbox'
}

/** The same with the rows as they were read; `key` is the one under which something was put behind them. */
function follow(rows: Map<Key, Uint8Array>, deed: Deed, key: Key | undefined): void {
  if (!isOfOutbox(deed)) return
  if ('put' in deed) rows.set(deed.key, deed.value)
  else if ('append' in deed && key !== undefined) rows.set(key, deed.value)
  else if ('remove' in deed) rows.delete(deed.key)
  else rows.clear()
}

async function carryOut(changing: Change, deed: Deed): Promise<Key | undefined> {
  if ('put' in deed) return changing.objectStore(deed.put).put(deed.value, deed.key)
  if ('append' in deed) return changing.objectStore(deed.append).add(deed.value)
  if ('remove' in deed) await changing.objectStore(deed.remove).delete(deed.key)
  else await changing.objectStore(deed.clear).clear()
  return undefined
}
