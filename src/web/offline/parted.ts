import type { Entry } from './entry.ts'
import { mergedText } from './merged-text.ts'

/** A note as it was read before the notebook went another way, and as it is now. */
export interface TwoNotes {
  readonly before: NoteThen | null
  readonly now: NoteThen | null
}

export const noNotes: TwoNotes = { before: null, now: null }

interface NoteThen {
  readonly text: string
  readonly revision: number
}

/**
 * What is to be done once a copy of the notebook was brought back from before: what had landed is sent once more, for
 * under its key it is done once, whether that copy has it or not. A note that never left was begun from a revision which
 * may be another one now: it is put on top of the note as it is.
 */
export function afterParting(entry: Entry, notes: TwoNotes): Entry {
  if (entry.landed) return { ...entry, landed: null }
  const input = noteIn(entry)
  if (entry.sent || !input || !notes.before || !notes.now) return entry
  if (notes.before.revision !== input.since) return entry
  const text = mergedText(notes.before.text, input.text, notes.now.text)
  return { ...entry, input: { ...input, text, since: notes.now.revision } }
}

interface NoteInput {
  readonly kind: string
  readonly id: string
  readonly text: string
  readonly since: number
}

/** Null for every other operation. */
export function noteIn({ operation, input }: Entry): NoteInput | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `notes.save` takes, as the editor made it
  return operation === 'notes.save' ? (input as NoteInput) : null
}
