import {
  isBlank,
  lockAt,
  type Mark,
  markAt,
  skipBlanks,
  skipIndent,
} from '../../notebook/notes/marks.ts'

/** A change inside one line; offsets from its beginning, end exclusive. */
export interface LineEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The beginning of a line, as the editor draws it. */
export interface LineHead {
  readonly mark: Mark | null
  readonly offRecord: boolean
  /** The signs that become a square: `from` (after indentation) to `to` (where the words begin). */
  readonly from: number
  readonly to: number
}

export function headOf(line: string): LineHead {
  const from = skipIndent(line, 0, line.length)
  const unlocked = lockAt(line, from, line.length)
  const found = markAt(line, unlocked ?? from, line.length)
  return {
    mark: found?.mark ?? null,
    offRecord: unlocked !== null,
    from,
    to: found?.next ?? unlocked ?? from,
  }
}

/** Gives the line that mark; the mark it has already is taken off. A lock stays. */
export function markEdit(line: string, mark: Mark): LineEdit {
  const head = headOf(line)
  const from = lockEnd(line, head)
  return { from, to: head.to, insert: head.mark === mark ? '' : `${mark} ` }
}

/** Puts the line off the record, or back on it. The mark stays. */
export function lockEdit(line: string): LineEdit {
  const head = headOf(line)
  if (!head.offRecord) return { from: head.from, to: head.from, insert: '% ' }
  return { from: head.from, to: lockEnd(line, head), insert: '' }
}

/**
 * Backspace where the words begin: the square becomes its sign again, by losing the space behind it.
 * A lock, which needs no space, goes. Null when the line begins with neither.
 */
export function unmarkEdit(line: string): LineEdit | null {
  const head = headOf(line)
  if (head.mark === null && !head.offRecord) return null
  if (head.mark === null) return lockEdit(line)
  return { from: signEnd(line, head), to: head.to, insert: '' }
}

/** Enter on a line that holds a mark and nothing else: the mark goes, as a bullet does in a list. */
export function isOnlyHead(line: string): boolean {
  const head = headOf(line)
  return (
    (head.mark !== null || head.offRecord) && skipBlanks(line, head.to, line.length) === line.length
  )
}

function lockEnd(line: string, head: LineHead): number {
  return (head.offRecord ? lockAt(line, head.from, line.length) : null) ?? head.from
}

/** Where the sign of the mark ends and the space behind it begins. */
function signEnd(line: string, head: LineHead): number {
  let at = lockEnd(line, head)
  while (at < head.to && !isBlank(line, at)) at++
  return at
}
