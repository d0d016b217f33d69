import { type Compilable, CompiledQuery } from 'kysely'
import type { Database } from './database.ts'

/** A power of two; rows go in by this many, then by half of it, and so on: nine statements serve any number of rows. */
const mostAtOnce = 256

const texts = new WeakMap<object, Map<string, string>>()

/** What statements are known by, and whether each costs the table something of its own: then as few as can be. */
export interface Into {
  readonly name: string
  readonly fewest?: boolean
}

/**
 * Puts rows of one kind in. The text of such a statement depends on its columns and on the number of rows alone, and
 * to build and compile it costs more than to run it: so `make` is asked once for each number of rows, and its text is
 * used again with other values.
 */
export async function insertAll<Row extends object>(
  db: Database,
  { name, fewest = false }: Into,
  rows: readonly Row[],
  make: (rows: readonly Row[]) => Compilable,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  for (const some of inPieces(rows, (left) => (fewest ? left : powerOfTwo(left)))) {
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

function* inPieces<Row>(
  rows: readonly Row[],
  sizeFor: (left: number) => number,
): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length;) {
    const size = Math.min(sizeFor(rows.length - at), mostAtOnce)
    yield rows.slice(at, at + size)
    at += size
  }
}

function powerOfTwo(most: number): number {
  return 2 ** Math.floor(Math.log2(most))
}
