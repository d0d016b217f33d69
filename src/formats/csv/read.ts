import { decodeText } from '../encoding/decode.ts'
import { type ByteLine, lineSplitter } from '../encoding/lines.ts'
import { textBytesOf } from '../encoding/text-bytes.ts'
import { layoutOf } from './columns.ts'
import { longestRecord, type Row, type RowReader, rowReader, type TextLine } from './rows.ts'

/** First what the columns are called (null where no line tells), once; then the rows and what was lost. */
export type TableRead = { readonly kind: 'columns'; readonly names: readonly string[] | null } | Row

/** Lines that are looked at together before any is read. */
const linesToLookAt = 64

/**
 * The rows of a table in text, as they come. Comma, semicolon, tab or bar; UTF-8, UTF-16 or
 * Windows-1252; columns of the same name stay apart, for cells have places and not names.
 * `isKnown` tells which column names the caller understands, whatever their case.
 * Throws `file.unreadable` for a file that is no text, and nothing else.
 */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array>,
  isKnown: (name: string) => boolean,
): AsyncGenerator<TableRead> {
  const splitter = lineSplitter(longestRecord)
  const table = tableReader(isKnown)
  for await (const chunk of textBytesOf(chunks)) {
    for (const line of splitter.push(chunk)) yield* table.push(textOf(line))
  }
  for (const line of splitter.end()) yield* table.push(textOf(line))
  yield* table.end()
}

function textOf(line: ByteLine): TextLine {
  const text = line.tooLong ? null : decodeText(line.bytes.subarray(0, line.length))
  return { number: line.number, text }
}

function tableReader(isKnown: (name: string) => boolean) {
  const first: TextLine[] = []
  let rows: RowReader | null = null
  let headerLine = 0

  function begin(): TableRead[] {
    const layout = layoutOf(first, isKnown)
    const reader = rowReader(layout.delimiter)
    rows = reader
    headerLine = layout.header?.line ?? 0
    const read = first.flatMap((line) => reader.push(line))
    return [{ kind: 'columns', names: layout.header?.names ?? null }, ...read.flatMap(aboveHeader)]
  }

  /** A notice above the names stands alone in its row; anything wider may be a person. */
  function aboveHeader(row: Row): Row[] {
    if (row.kind === 'lost' || row.line > headerLine) return [row]
    if (row.line === headerLine) return []
    const filled = row.cells.filter((cell) => cell.trim() !== '')
    if (filled.length < 2) return []
    const what = filled.slice(0, 20).join(', ').slice(0, 60)
    return [{ kind: 'lost', line: row.line, what, reason: 'stands above the column names' }]
  }

  return {
    push(line: TextLine): TableRead[] {
      if (rows) return rows.push(line).flatMap(aboveHeader)
      first.push(line)
      return first.length < linesToLookAt ? [] : begin()
    },
    end(): TableRead[] {
      const begun = rows ? [] : begin()
      return [...begun, ...(rows?.end() ?? []).flatMap(aboveHeader)]
    },
  }
}
