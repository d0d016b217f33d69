import { type Compilable, CompiledQuery } from 'kysely'
import type { Database } from './database.ts'

/** A power of two; rows go in by this many, then by half of it, and so on: eight statements serve any number of rows. */
const mostAtOnce = 128

const texts = new WeakMap<object, Map<string, string>>()

/**
 * Puts rows of one kind in. The text of such a statement depends on its columns and on the number of rows alone, and
 * to build and compile it costs more than to run it: so `make` is asked once for each number of rows, and its text is
 * used again with other values. `name` tells the statements of one database apart.
 */
export async function insertAll<Row extends object>(
  db: Database,
  name: string,
  rows: readonly Row[],
  make: (rows: readonly Row[]) => Compilable,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  for (const some of inPieces(rows)) {
    const text = textOf(db, `${name} (${columns.join()}) ${some.length}`, () => make(some))
    const values = some.flatMap((row) => columns.map((column): unknown => Reflect.get(row, column)))
    await db.executeQuery(CompiledQuery.raw(text, values))
  }
}

function textOf(db: Database, key: string, make: () => Compilable): string {
  const { adapter } = db.getExecutor()
  const known = texts.get(adapter) ?? new Map<string, string>()
  texts.set(adapter, known)
  const text = known.get(key) ?? make().compile().sql
  known.set(key, text)
  return text
}

function inPieces<Row>(rows: readonly Row[]): Row[][] {
  const pieces: Row[][] = []
  let size = mostAtOnce
  for (let at = 0; at < rows.length; at += size) {
    while (size > rows.length - at) size /= 2
    pieces.push(rows.slice(at, at + size))
  }
  return pieces
}
