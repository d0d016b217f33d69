import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Enough for all that a notebook asks in a day; one statement weighs some kilobytes. */
const remembered = 200

/**
 * A file that remembers the statements it prepared, the most recent ones: to prepare one costs as much as many a
 * query. One that is still being read row by row is prepared anew.
 */
export function withStatements(file: PreparingFile): SqliteDatabase {
  const known = new Map<string, PreparedStatement>()
  return {
    close: () => file.close(),
    prepare(text) {
      const found = known.get(text)
      if (found?.busy) return file.prepare(text)
      const statement = found ?? file.prepare(text)
      known.delete(text)
      known.set(text, statement)
      const [oldest] = known.keys()
      if (known.size > remembered && oldest !== undefined) known.delete(oldest)
      return statement
    },
  }
}

type PreparedStatement = SqliteStatement & { readonly busy: boolean }

interface PreparingFile {
  close(): void
  prepare(text: string): PreparedStatement
}
