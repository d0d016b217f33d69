import type { NoteLine } from './types.ts'

export interface Pair {
  readonly theirs: NoteLine
  readonly yours: NoteLine
}

/** Lines that stand beside another, each with it; what is off the record is chosen in the note itself. */
export function pairsIn(lines: readonly NoteLine[]): Pair[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  return lines.flatMap((yours) => {
    const theirs = byId.get(yours.beside ?? '')
    return theirs && !theirs.offRecord && !yours.offRecord ? [{ theirs, yours }] : []
  })
}
