import { align } from '../../notebook/notes/align.ts'
import { merge } from '../../notebook/notes/merge.ts'

/** What was typed while a save was under way, on top of what came back: lines changed on both sides stand one under the other. */
export function mergedText(base: string, mine: string, theirs: string): string {
  if (mine === base) return theirs
  let count = 0
  const newId = (): string => `new ${count++}`
  const lines = base.split('\n').map((text, at) => ({ id: `${at}`, text }))
  const merged = merge(
    lines,
    align(lines, mine.split('\n'), newId),
    align(lines, theirs.split('\n'), newId),
  )
  return merged
    .flatMap((line) => ('text' in line ? [line.text] : [line.theirs, line.mine]))
    .join('\n')
}
