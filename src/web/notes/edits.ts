/** One replacement in a text; offsets are UTF-16 into the text before it, `to` exclusive. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The text after edits of one moment: they rise, do not overlap, and all count in the text before. */
export function afterEdits(text: string, edits: readonly Edit[]): string {
  let after = ''
  let at = 0
  for (const { from, to, insert } of edits) {
    after += text.slice(at, from) + insert
    at = to
  }
  return after + text.slice(at)
}

/** Whether they fit that text; what came from a disk may not. */
export function fits(text: string, edits: readonly Edit[]): boolean {
  let at = 0
  for (const { from, to } of edits) {
    if (from < at || to < from || to > text.length) return false
    at = to
  }
  return true
}
