import { understandLine, type UnderstandOptions } from '../../notebook/notes/understand.ts'
import { type LineChange, splice } from './line-changes.ts'
import { type Understood, type UnderstoodItem, understoodOf } from './understood-groups.ts'

/** What a note says, followed line by line: whatever an edit did not touch is not read again. */
export interface NoteReading {
  readonly change: (changes: readonly LineChange[]) => void
  /** Reads lines until all are read or it is time to stop. True when all are. */
  readonly read: (isTime: () => boolean) => boolean
  readonly understood: () => Understood
  /** Which line of the note an item is, counted from 0; -1 where it is not there any more. */
  readonly placeOf: (item: UnderstoodItem) => number
  /** The whole anew, by other options. */
  readonly begin: (options: UnderstandOptions) => void
}

/** Between two looks at the clock. */
const atOnce = 20

/** Offsets of what it gives begin at the line's own beginning. */
export function createNoteReading(first: UnderstandOptions): NoteReading {
  const texts: string[] = []
  let read: (UnderstoodItem | null)[] = []
  let options = first
  let keys = 0
  /** No line before this one is still to be read. */
  let next = 0

  return {
    change(changes) {
      for (const { at, gone, lines } of changes) {
        splice(texts, at, gone, lines)
        splice(
          read,
          at,
          gone,
          lines.map(() => null),
        )
        next = Math.min(next, at)
      }
    },
    read(isTime) {
      for (let done = 0; next < texts.length; next++) {
        if (read[next]) continue
        if (done > 0 && done % atOnce === 0 && isTime()) return false
        done++
        read[next] = { key: keys++, line: understandLine(texts[next] ?? '', 0, options) }
      }
      return true
    },
    understood: () => understoodOf(read),
    placeOf: (item) => read.indexOf(item),
    begin(now) {
      options = now
      read = texts.map(() => null)
      next = 0
    },
  }
}
