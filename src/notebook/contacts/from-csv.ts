import { withoutGuard } from '../../formats/csv/write.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import { readCells } from './csv-cells.ts'
import type { Column } from './csv-columns.ts'
import type { Cell } from './csv-row.ts'
import type { Drafted, PersonDraft } from './draft.ts'
import { linkedInPage } from './from-vcard.ts'
import { personOf } from './person-of.ts'
import type { TablePlan } from './table-plan.ts'
import { planned, type RowAt, rowsOfTable } from './table-rows.ts'

/**
 * Every person in a table that a contacts program exported, as it comes: Google (both layouts),
 * LinkedIn, Outlook, Thunderbird, Yahoo, and whatever has columns of names that we know, or that `plan` says.
 * Throws `file.unreadable` for a file that is no text, or has no such columns.
 */
export async function* draftsOfRows(
  chunks: AsyncIterable<Uint8Array>,
  source: Source,
  plan: TablePlan | null = null,
): AsyncGenerator<Drafted> {
  const table = await planned(chunks, plan)
  const columns = table.plan.columns.map(({ read }) => read)
  if (columns.every(({ meaning }) => meaning === null)) refuse()
  if (table.plan.names === null) {
    yield {
      kind: 'note',
      words: 'No line of this table names its columns. They were guessed from what stands in them.',
    }
  }
  for await (const read of rowsOfTable(table)) {
    if (read.kind === 'lost') yield read
    else if (table.plan.names === null && isOfOtherTable(read)) {
      yield {
        kind: 'lost',
        line: read.line,
        what: firstWords(read.cells) || 'A row',
        reason: 'has other columns than the rest',
      }
    } else yield draftedOf(columns, read, source)
  }
}

/** In a table without names a row with a single cell is of some other table. */
function isOfOtherTable(row: RowAt): boolean {
  return row.cells.filter((cell) => cell.trim() !== '').length < 2
}

function refuse(): never {
  throw new Problem(
    'file.unreadable',
    'Nobody can tell from this table which column is a name and which a number',
    {
      safe: 'Nothing was changed',
      mend: 'Say what its columns hold, or put a first line above it, such as "First Name,Last Name,E-mail,Phone"',
    },
  )
}

/** Above any table of people; a wider row is a file that is no such table. */
const mostCells = 5000

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
