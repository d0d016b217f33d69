import {
  understandLine,
  type UnderstandOptions,
  type UnderstoodLine,
} from '../../notebook/notes/understand.ts'

/** More than the longest note has lines. */
const enough = 60_000

/**
 * Reads a note again and again while it is typed: a line that reads as before is not parsed twice.
 * Offsets of what it gives begin at the line's own beginning.
 */
export function createLineReader(options: UnderstandOptions): (line: string) => UnderstoodLine {
  const known = new Map<string, UnderstoodLine>()
  return (line) => {
    const before = known.get(line)
    if (before) return before
    if (known.size > enough) known.clear()
    const read = understandLine(line, 0, options)
    known.set(line, read)
    return read
  }
}
