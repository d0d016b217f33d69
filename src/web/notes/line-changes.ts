import type { Text } from '@codemirror/state'
import type { ViewUpdate } from '@codemirror/view'
import type { Edit } from './edits.ts'

/** Lines that took the place of others; places count from 0, in the order of the note, each after those before it. */
export interface LineChange {
  readonly at: number
  readonly gone: number
  readonly lines: readonly string[]
}

type Changed = Pick<ViewUpdate, 'changes'> & {
  readonly startState: { readonly doc: Text }
  readonly state: { readonly doc: Text }
}

export function editsIn({ changes }: Pick<ViewUpdate, 'changes'>): Edit[] {
  const edits: Edit[] = []
  changes.iterChanges((...[from, to, , , inserted]) => {
    edits.push({ from, to, insert: inserted.toString() })
  })
  return edits
}

/** Which lines an edit touched; those of a long note that it did not are not looked at. */
export function lineChangesIn({ changes, startState, state }: Changed): LineChange[] {
  const [before, now] = [startState.doc, state.doc]
  const found: LineChange[] = []
  changes.iterChangedRanges((fromBefore, toBefore, fromNow, toNow) => {
    const [first, last] = [now.lineAt(fromNow).number, now.lineAt(toNow).number]
    found.push({
      at: first - 1,
      gone: before.lineAt(toBefore).number - before.lineAt(fromBefore).number + 1,
      lines: Array.from({ length: last - first + 1 }, (_, at) => now.line(first + at).text),
    })
  })
  return found
}

/**
 * Puts lines in the place of others, in the list itself. Most keys put one in the place of one: nothing else moves then,
 * and a long list is not made anew.
 */
export function splice<Line>(lines: Line[], at: number, gone: number, put: readonly Line[]): void {
  if (put.length === gone && at + gone <= lines.length) {
    for (const [place, line] of put.entries()) lines[at + place] = line
    return
  }
  const after = lines.slice(at + gone)
  lines.length = Math.min(at, lines.length)
  for (const line of put) lines.push(line)
  for (const line of after) lines.push(line)
}
