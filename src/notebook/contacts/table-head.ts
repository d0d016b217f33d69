import { readRows } from '../../formats/csv/read.ts'
import { isKnownColumn } from './csv-columns.ts'
import { lookOf } from './csv-guess.ts'
import { isConversationColumn } from './table-words.ts'

/** The first rows of a table, and what its columns are called; null where no row names them. */
export interface TableHead {
  readonly names: readonly string[] | null
  readonly rows: readonly (readonly string[])[]
}

const rowsToLookAt = 60

/**
 * Where the names of its columns stand, also where we know none of them: then the first row is one of names if it
 * looks unlike those below it. `named` are names that somebody says are in it.
 */
export async function headOfTable(
  chunks: AsyncIterable<Uint8Array>,
  named: ReadonlySet<string> = new Set(),
): Promise<TableHead> {
  const isKnown = (name: string) =>
    named.has(name.trim()) || isKnownColumn(name) || isConversationColumn(name)
  let names: readonly string[] | null = null
  const rows: (readonly string[])[] = []
  for await (const read of readRows(chunks, isKnown)) {
    if (read.kind === 'columns') names = read.names
    if (read.kind === 'row') rows.push(read.cells)
    if (rows.length >= rowsToLookAt) break
  }
  const [first, ...others] = rows
  if (names || !first || !looksLikeNames(first, others)) return { names, rows }
  return { names: first, rows: others }
}

function looksLikeNames(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const filled = first.filter((cell) => cell.trim() !== '')
  const isPlain = filled.every((cell) => cell.length <= 60 && lookOf(cell) === 'text')
  if (filled.length < 2 || !isPlain) return false
  return first.some((_, at) => {
    const below = others.flatMap((row) => row[at]?.trim() || [])
    return below.filter((cell) => lookOf(cell) !== 'text').length * 2 > below.length
  })
}
