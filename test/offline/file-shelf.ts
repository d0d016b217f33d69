import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Deed, Key, Shelf, Shelved, Table } from '../../src/web/offline/shelf.ts'

/** Thrown at the moment at which a device dies. */
export class Died extends Error {
  override name = 'Died'
}

export interface FileShelf extends Shelf {
  /** The device dies at its next change: before it is on the disk, or right after. */
  die(when: 'before' | 'after'): void
}

interface Kept {
  last: number
  tables: Record<Table, [Key, string][]>
}

/** A shelf that is one file of this machine, replaced as a whole at each change: what is in it survives the device. */
export function openFileShelf(path: string): FileShelf {
  const tables = read(path)
  let dying: 'before' | 'after' | null = null
  let isDead = false

  function rowsOf(table: Table): Shelved[] {
    if (isDead) throw new Died('This device is dead')
    return tables.tables[table].map(([key, value]) => ({ key, value: fromText(value) }))
  }

  return {
    get: async (table, key) => rowsOf(table).find((row) => row.key === key)?.value ?? null,
    all: async (table) => rowsOf(table),
    async change(table, decide) {
      const deeds = decide(rowsOf(table))
      if (dying === 'before') die()
      for (const deed of deeds) carryOut(tables, deed)
      write(path, tables)
      if (dying === 'after') die()
    },
    die: (when) => (dying = when),
  }

  function die(): never {
    isDead = true
    throw new Died('The device died')
  }
}

function carryOut(kept: Kept, deed: Deed): void {
  if ('clear' in deed) kept.tables[deed.clear] = []
  else if ('append' in deed) kept.tables.outbox.push([++kept.last, toText(deed.value)])
  else if ('remove' in deed) {
    kept.tables[deed.remove] = kept.tables[deed.remove].filter(([key]) => key !== deed.key)
  } else {
    const rows = kept.tables[deed.put]
    const at = rows.findIndex(([key]) => key === deed.key)
    rows.splice(at < 0 ? rows.length : at, 1, [deed.key, toText(deed.value)])
  }
}

function read(path: string): Kept {
  if (!existsSync(path)) {
    return { last: 0, tables: { outbox: [], copy: [], facts: [], shared: [], files: [] } }
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}

function write(path: string, kept: Kept): void {
  writeFileSync(`${path}.next`, JSON.stringify(kept))
  renameSync(`${path}.next`, path)
}

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const fromText = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
