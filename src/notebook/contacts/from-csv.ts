import { withoutGuard } from '../../formats/csv/write.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import { readCells } from './csv-cells.ts'
import type { Column } from './csv-columns.ts'
import type { Drafted, PersonDraft } from './draft.ts'
import { linkedInPage } from './from-vcard.ts'
import { personOf } from './person-of.ts'
import type { TablePlan } from './table-plan.ts'
import { planned, type RowAt, rowsOfTable } from './table-rows.ts'
import { type PlacedCell, type TalkColumns, talkOfRow } from './talk-of-row.ts'

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
  const reading = { ...table.plan, columns, of: table.plan.columns.map(({ of }) => of) }
  if (saysNothing(columns)) refuse()
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
    } else yield draftedOf(reading, read, source)
  }
}

/** In a table without names a row with a single cell is of some other table. */
function isOfOtherTable(row: RowAt): boolean {
  return row.cells.filter((cell) => cell.trim() !== '').length < 2
}

/** A first line that makes any file a table that can be read. */
export const namesToWrite = '"First Name,Last Name,E-mail,Phone"'

export function saysNothing(columns: readonly Column[]): boolean {
  return columns.every(({ meaning }) => meaning === null)
}

function refuse(): never {
  throw new Problem(
    'file.unreadable',
    'Nobody can tell from this table which column is a name and which a number',
    {
      safe: 'Nothing was changed',
      mend: `Put a first line above it, such as ${namesToWrite}`,
    },
  )
}

/** Above any table of people; a wider row is a file that is no such table. */
const mostCells = 5000

interface TableReading {
  readonly holds: TablePlan['holds']
  readonly dayOrder: TablePlan['dayOrder']
  readonly columns: readonly Column[]
  /** What each says of a conversation, where the table tells of such. */
  readonly of: TalkColumns
}

function draftedOf(reading: TableReading, row: RowAt, source: Source): Drafted {
  const isTooWide = row.cells.length > mostCells
  const draft = isTooWide
    ? `has more than ${mostCells} cells`
    : draftOfRow(reading, row.cells, source)
  if (typeof draft !== 'string') {
    return { kind: 'draft', draft, line: row.line, raw: null }
  }
  return { kind: 'lost', line: row.line, what: firstWords(row.cells) || 'A row', reason: draft }
}

function firstWords(cells: readonly string[]): string {
  const filled = cells.slice(0, 20).filter((cell) => cell.trim() !== '')
  return filled.join(', ').slice(0, 60)
}

/** Or why the row says nothing, as the end of a sentence. */
function draftOfRow(
  reading: TableReading,
  row: readonly string[],
  source: Source,
): PersonDraft | string {
  const { columns, holds } = reading
  const filled = cellsOf(columns, row)
  const read = holds === 'conversations' ? talkOfRow(filled, reading.of, reading.dayOrder) : null
  if (read && read.talk === null) return 'has no day that can be read'
  const cells = filled.map(({ cell }) => cell)
  const { said, kept, met, ownId, through } = readCells(read ? read.ofPerson : cells)
  const made = personOf(said, source)
  if (ownId === null && !namesSomebody(made, holds))
    return 'has no name, address, number or organisation'
  const rest = cells
    .filter((cell) => kept.has(cell) || read?.kept.has(cell))
    .map(({ column, text }) => ({ name: column.name, value: text }))
  return {
    kind: 'person',
    ...(read?.talk ? { talk: read.talk } : {}),
    person: met ? { ...made, meeting: met } : made,
    ...(through ? { beside: { lines: [], told: [], through } } : {}),
    identity: { uid: ownId, link: ownId === null ? pageOf(made) : null, table: tableOf(columns) },
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

function pageOf({ channels }: PersonDraft['person']): string | null {
  return channels.map((channel) => linkedInPage(channel.value)).find(Boolean) ?? null
}

/** With whom one spoke is known by a name or an address; an organisation alone is nobody to have spoken with. */
function namesSomebody(
  { names, channels, roles }: PersonDraft['person'],
  holds: TablePlan['holds'],
): boolean {
  return names.length + channels.length + (holds === 'people' ? roles.length : 0) > 0
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
function cellsOf(columns: readonly Column[], row: readonly string[]): PlacedCell[] {
  return row.flatMap((written, at) => {
    const text = withoutGuard(written.trim())
    const column = columns[at] ?? { name: '', meaning: null, place: null, set: null }
    const name = column.name || `Column ${at + 1}`
    return text === '' ? [] : [{ at, cell: { column: { ...column, name }, text } }]
  })
}
