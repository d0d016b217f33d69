import { readRows } from '../../formats/csv/read.ts'
import { withoutGuard } from '../../formats/csv/write.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import { readCells } from './csv-cells.ts'
import { type Column, columnsOf, isKnownColumn } from './csv-columns.ts'
import { guessColumns } from './csv-guess.ts'
import type { Cell } from './csv-row.ts'
import type { Drafted, PersonDraft } from './draft.ts'
import { linkedInPage } from './from-vcard.ts'
import { personOf } from './person-of.ts'

/**
 * Every person in a table that a contacts program exported, as it comes: Google (both layouts),
 * LinkedIn, Outlook, Thunderbird, Yahoo, and whatever has columns of names that we know.
 * Throws `file.unreadable` for a file that is no text, or has no such columns.
 */
export async function* draftsOfRows(
  chunks: AsyncIterable<Uint8Array>,
  source: Source,
): AsyncGenerator<Drafted> {
  let columns: readonly Column[] | null = null
  const unnamed: RowAt[] = []
  for await (const read of readRows(chunks, isKnownColumn)) {
    if (read.kind === 'lost') yield read
    else if (read.kind === 'columns') columns = read.names ? columnsOf(read.names) : null
    else if (columns) yield draftedOf(columns, read, source)
    else unnamed.push(read)
    if (unnamed.length < rowsToGuessFrom) continue
    columns = guessed(unnamed)
    yield* withoutNames(columns, unnamed.splice(0), source)
  }
  if (!columns) yield* withoutNames(guessed(unnamed), unnamed, source)
}

const rowsToGuessFrom = 50

function guessed(rows: readonly RowAt[]): readonly Column[] {
  return columnsOf(guessColumns(rows.map((row) => row.cells)) ?? refuse())
}

/** The rows that the columns were guessed from. One with a single cell is of some other table. */
function* withoutNames(
  columns: readonly Column[],
  rows: readonly RowAt[],
  source: Source,
): Generator<Drafted> {
  yield {
    kind: 'note',
    words: 'No line of this table names its columns. They were guessed from what stands in them.',
  }
  for (const row of rows) {
    const filled = row.cells.filter((cell) => cell.trim() !== '')
    if (filled.length > 1) yield draftedOf(columns, row, source)
    else
      yield {
        kind: 'lost',
        line: row.line,
        what: firstWords(row.cells) || 'A row',
        reason: 'has other columns than the rest',
      }
  }
}

function refuse(): never {
  throw new Problem(
    'file.unreadable',
    'No line of this table names its columns, so nobody can tell what is a name and what a number',
    {
      safe: 'Nothing was changed',
      mend: 'Put a first line above it, such as "First Name,Last Name,E-mail,Phone", and try again',
    },
  )
}

/** Above any table of people; a wider row is a file that is no such table. */
const mostCells = 5000

interface RowAt {
  readonly line: number
  readonly cells: readonly string[]
}

function draftedOf(columns: readonly Column[], row: RowAt, source: Source): Drafted {
  const isTooWide = row.cells.length > mostCells
  const draft = isTooWide ? null : draftOfRow(columns, row.cells, source)
  if (draft) return { kind: 'draft', draft, line: row.line, raw: null, wellFormed: true }
  const reason = isTooWide
    ? `has more than ${mostCells} cells`
    : 'has no name, address, number or organisation'
  return { kind: 'lost', line: row.line, what: firstWords(row.cells) || 'A row', reason }
}

function firstWords(cells: readonly string[]): string {
  const filled = cells.slice(0, 20).filter((cell) => cell.trim() !== '')
  return filled.join(', ').slice(0, 60)
}

/** Null for a row that names nobody. */
function draftOfRow(
  columns: readonly Column[],
  row: readonly string[],
  source: Source,
): PersonDraft | null {
  const cells = cellsOf(columns, row)
  const { said, kept, met } = readCells(cells)
  const made = personOf(said, source)
  if (made.names.length + made.channels.length + made.roles.length === 0) return null
  const link = made.channels.map((channel) => linkedInPage(channel.value)).find(Boolean) ?? null
  const rest = cells
    .filter((cell) => kept.has(cell))
    .map(({ column, text }) => ({ name: column.name, value: text }))
  return {
    kind: 'person',
    person: met ? { ...made, meeting: met } : made,
    identity: { uid: null, link, table: tableOf(columns) },
    kept: rest.map((one) => one.name),
    rest,
    lost: [],
    account: {
      properties: cells.length,
      understood: cells.length - rest.length,
      kept: rest.length,
      lost: 0,
    },
  }
}

const tables = new WeakMap<readonly Column[], string>()

function tableOf(columns: readonly Column[]): string {
  const known = tables.get(columns) ?? shortOf(columns.map((column) => column.name).join('\n'))
  tables.set(columns, known)
  return known
}

/** FNV-1a in 32 bits: enough to tell tables apart, and no secret hangs on it. */
function shortOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Cells beyond the last name of a column are cells too. */
function cellsOf(columns: readonly Column[], row: readonly string[]): Cell[] {
  return row.flatMap((written, at) => {
    const text = withoutGuard(written.trim())
    const column = columns[at] ?? { name: '', meaning: null, place: null, set: null }
    const name = column.name || `Column ${at + 1}`
    return text === '' ? [] : [{ column: { ...column, name }, text }]
  })
}
