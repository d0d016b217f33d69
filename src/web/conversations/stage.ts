import { compare } from '../../kit/order.ts'
import type { ConversationRow } from './types.ts'

export type StagePath =
  | '/conversations/$id/before'
  | '/conversations/$id/during'
  | '/conversations/$id/after'

/** Where a conversation is taken up again: its brief, its open notes, or what follows. */
export function stageOf({ state, heldOn }: Pick<ConversationRow, 'state' | 'heldOn'>): StagePath {
  if (state === 'started') return '/conversations/$id/during'
  return heldOn === null ? '/conversations/$id/before' : '/conversations/$id/after'
}

/** Yours to do first, the nearest day before the others; what only waits comes last. */
export function inTurn(rows: readonly ConversationRow[]): ConversationRow[] {
  return rows.toSorted((one, other) => compare(rankOf(one), rankOf(other)))
}

/** Something is still yours or theirs to do; one that only waits to hear what came of it is kept. */
export function isOpen({ next, heldOn }: Pick<ConversationRow, 'next' | 'heldOn'>): boolean {
  return next !== null && (next.what !== 'wait' || heldOn === null)
}

function rankOf({ next }: ConversationRow): string {
  if (next === null) return '3'
  // Today's place at the table, and notes that lie open.
  if (next.what === 'start' || next.what === 'finish') return '0'
  return next.what === 'wait' ? `2${next.by ?? '9'}` : `1${next.by ?? '9'}`
}
