/**
 * The cells of one record, line by line, since a quoted cell may go on over line ends. As RFC 4180
 * has it, and lenient where files are: a quotation mark inside a bare cell is itself, and what follows
 * a closing mark belongs to the cell. Our own rather than papaparse: that one renames columns of the
 * same name, and an unclosed mark makes it take the rest of the file for one cell.
 */
export interface RecordReader {
  /** Gives the cells when the record is whole, null while a quotation mark is open. */
  push(line: string): string[] | null
}

export function recordReader(delimiter: string): RecordReader {
  const cells: string[] = []
  let cell = ''
  let quoted = false

  function readQuoted(line: string, from: number): number {
    const mark = line.indexOf('"', from)
    const end = mark === -1 ? line.length : mark
    cell += line.slice(from, end)
    if (mark === -1) return end
    if (line[mark + 1] !== '"') {
      quoted = false
      return mark + 1
    }
    cell += '"'
    return mark + 2
  }

  function readBare(line: string, from: number): number {
    const next = line.indexOf(delimiter, from)
    const end = next === -1 ? line.length : next
    cell += line.slice(from, end)
    if (next === -1) return end
    cells.push(cell)
    cell = ''
    if (line[end + 1] !== '"') return end + 1
    quoted = true
    return end + 2
  }

  return {
    push(line) {
      if (cells.length === 0 && cell === '' && !quoted && !line.includes('"'))
        return line.split(delimiter)
      let at = 0
      if (quoted) cell += '\n'
      else if (line.startsWith('"')) {
        quoted = true
        at = 1
      }
      while (at < line.length) at = quoted ? readQuoted(line, at) : readBare(line, at)
      return quoted ? null : [...cells, cell]
    },
  }
}
