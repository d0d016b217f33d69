import type { Deed, Key, Shelf, Shelved, Table } from '../../src/web/offline/shelf.ts'

/** A shelf as a device has it, without a disk. */
export function shelfInMemory(): Shelf {
  const tables: Record<Table, Map<Key, Uint8Array>> = {
    outbox: new Map(),
    copy: new Map(),
    facts: new Map(),
    shared: new Map(),
    files: new Map(),
  }
  let last = 0
  const rows = (table: Table): Shelved[] =>
    [...tables[table]].map(([key, value]) => ({ key, value }))
  const carryOut = (deed: Deed): void => {
    if ('put' in deed) tables[deed.put].set(deed.key, deed.value)
    else if ('append' in deed) tables.outbox.set(++last, deed.value)
    else if ('remove' in deed) tables[deed.remove].delete(deed.key)
    else tables[deed.clear].clear()
  }
  return {
    get: async (table, key) => tables[table].get(key) ?? null,
    all: async (table) => rows(table),
    change: async (table, decide) => decide(rows(table)).forEach(carryOut),
  }
}
