import { type Row, rowReader, type TextLine } from './rows.ts'

export interface Layout {
  readonly delimiter: string
  /** 1-based line of the column names, and the names as written; null if no line holds any we know. */
  readonly header: { readonly line: number; readonly names: readonly string[] } | null
}

const delimiters = [',', ';', '\t', '|']
const rowsToLookAt = 20
/** Outlook, the widest, has about a hundred. */
const mostColumns = 2000

/**
 * Finds the delimiter and the line of column names together: the pair that makes the most names
 * known. Some exports begin with a notice of unknown length, so no fixed count of lines is passed over.
 */
export function layoutOf(lines: readonly TextLine[], isKnown: (name: string) => boolean): Layout {
  const said = /^sep=(.)$/i.exec(lines[0]?.text ?? '')?.[1]
  const candidates = (said === undefined ? delimiters : [said]).map((delimiter) =>
    candidateOf(delimiter, lines, isKnown),
  )
  const best = candidates.toSorted(
    (one, other) => other.known - one.known || other.width - one.width,
  )[0]
  return best
    ? { delimiter: best.delimiter, header: best.header }
    : { delimiter: ',', header: null }
}

interface Candidate extends Layout {
  readonly known: number
  readonly width: number
}

function candidateOf(
  delimiter: string,
  lines: readonly TextLine[],
  isKnown: (name: string) => boolean,
): Candidate {
  const rows = rowsIn(lines, delimiter)
  const counts = rows.map((row) => knownNames(row.cells, isKnown))
  const known = Math.max(0, ...counts)
  const row = known > 0 ? rows[counts.indexOf(known)] : undefined
  // Without names, the delimiter that parts most rows is the likelier one.
  const width = row ? row.cells.length : rows.filter(({ cells }) => cells.length > 1).length
  return { delimiter, known, width, header: row ? { line: row.line, names: row.cells } : null }
}

function rowsIn(lines: readonly TextLine[], delimiter: string) {
  const reader = rowReader(delimiter)
  const rows: Row[] = [...lines.flatMap((line) => reader.push(line)), ...reader.end()]
  return rows.filter((row) => row.kind === 'row').slice(0, rowsToLookAt)
}

/** None, where a cell is an address or most are no names: a row of values may hold the word "Work" too. */
function knownNames(cells: readonly string[], isKnown: (name: string) => boolean): number {
  if (cells.length > mostColumns) return 0
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.some((cell) => cell.includes('@'))) return 0
  const known = filled.filter(isKnown).length
  return known * 4 >= filled.length ? known : 0
}
