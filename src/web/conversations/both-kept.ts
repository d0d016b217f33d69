import type { NoteLine } from './types.ts'

export interface Pair {
  readonly theirs: NoteLine
  readonly yours: NoteLine
}

/** Lines that stand beside another, each with it; what is off the record is chosen in the note itself. */
export function pairsIn(lines: readonly NoteLine[]): Pair[] {
  const beside = lines.filter((line) => line.beside !== undefined)
  // Almost always; and a note may have ten thousand lines.
  if (beside.length === 0) return []
  const byId = new Map(lines.map((line) => [line.id, line]))
  return beside.flatMap((yours) => {
    const theirs = byId.get(yours.beside ?? '')
    return theirs && !theirs.offRecord && !yours.offRecord ? [{ theirs, yours }] : []
  })
}
