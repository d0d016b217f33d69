import { recordReader, type RecordReader } from './record.ts'

/** In letters. Notes are the longest cells, and address books cut them far below. */
export const longestRecord = 1024 * 1024

/** A cell over more lines than this is an opened quotation mark that nobody closed. */
const mostLinesOfRecord = 2000

export interface TextLine {
  /** 1-based. */
  readonly number: number
  /** Null if it was longer than `longestRecord`. */
  readonly text: string | null
}

/** `what` and `reason` of a loss make one sentence. */
export type Row =
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'lost'; readonly line: number; readonly what: string; readonly reason: string }

export interface RowReader {
  push(line: TextLine): Row[]
  end(): Row[]
}

/** How often the lines after an unclosed mark are read again with all care; then one by one. */
const patience = 20

/**
 * Rows out of lines. A quotation mark that is never closed costs its own line and no more: that is
 * reported, and the lines after it are read again. Work stays linear in the size of the file.
 */
export function rowReader(delimiter: string): RowReader {
  let waiting: { lines: TextLine[]; size: number; record: RecordReader } | null = null
  let surrenders = 0

  function read(line: TextLine, alone: boolean): Row[] {
    if (line.text === null) return [...surrender(), lost(line, 'is longer than 1 MiB')]
    if (!waiting && line.text.trim() === '') return []
    waiting ??= { lines: [], size: 0, record: recordReader(delimiter) }
    waiting.lines.push(line)
    waiting.size += line.text.length
    const [first] = waiting.lines
    const cells = waiting.record.push(line.text)
    if (cells && first) {
      waiting = null
      return [{ kind: 'row', line: first.number, cells }]
    }
    const tooMuch = waiting.size > longestRecord || waiting.lines.length > mostLinesOfRecord
    return alone || tooMuch ? surrender() : []
  }

  function surrender(): Row[] {
    const [first, ...others] = waiting?.lines ?? []
    waiting = null
    if (!first) return []
    surrenders += 1
    const alone = surrenders > patience
    const rows = [lost(first, 'opens a quotation mark that is never closed')]
    for (const line of others) rows.push(...read(line, alone))
    return rows
  }

  return {
    push: (line) => read(line, false),
    end() {
      const rows: Row[] = []
      while (waiting) rows.push(...surrender())
      return rows
    },
  }
}

function lost(line: TextLine, reason: string): Row {
  const text = line.text?.trim() ?? 'A line'
  const what = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return { kind: 'lost', line: line.number, what, reason }
}
