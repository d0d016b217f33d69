import { align } from '../../notebook/notes/align.ts'
import { changeBetween } from './text-change.ts'

/**
 * Where somebody stands once what others wrote came into their text: in the same line, and at its end who stood at its
 * end. A new line that they begin there is theirs, and cuts nothing of what came.
 */
export function placeAfter(before: string, after: string, place: number): number {
  const lines = before.split('\n').map((text, at) => ({ id: `${at}`, text }))
  const at = before.slice(0, place).split('\n').length - 1
  const old = lines[at]
  const column = place - startOf(lines, at)
  const texts = after.split('\n')
  let count = 0
  const now = align(lines, texts, () => `new ${count++}`)
  const found = now.findIndex(({ id }) => id === old?.id)
  const line = texts[found]
  // Their line is gone: they stand where it was, as near as can be told.
  if (!old || line === undefined) return movedBy(before, after, place)
  return (
    startOf(now, found) +
    (column === old.text.length ? line.length : movedBy(old.text, line, column))
  )
}

function movedBy(before: string, after: string, place: number): number {
  const change = changeBetween(before, after)
  if (!change || place <= change.from) return place
  if (place >= change.to) return place + after.length - before.length
  return change.from + change.insert.length
}

function startOf(lines: readonly { readonly text: string }[], at: number): number {
  return lines.slice(0, at).reduce((sum, { text }) => sum + text.length + 1, 0)
}
