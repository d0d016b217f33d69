import type { Day } from '../../kit/days.ts'
import type { LineId, NoteId } from '../../kit/ids.ts'

export const subjectKinds = ['conversation', 'person', 'field', 'owner'] as const

/** What a note is about; the owner's own notes stand under `me`. */
export interface Subject {
  readonly kind: (typeof subjectKinds)[number]
  readonly id: string
}

/**
 * A line as it is kept. The words of a line off the record do not stand in the note itself, so that neither the
 * log nor a copy of the note holds them: `sealed` is the digest under which they lie.
 */
export type KeptLine =
  | { readonly id: LineId; readonly text: string }
  | { readonly id: LineId; readonly sealed: string }

export interface Note {
  readonly id: NoteId
  readonly subject: Subject
  /** The day from which "by Friday" counts: of the conversation, as it was known at the last save, else when it was begun. */
  readonly day: Day
  /** Who was at the table at the last save, by name: lines are read as they were meant when they were written. */
  readonly names: readonly string[]
  readonly lines: readonly KeptLine[]
  readonly binnedOn: Day | null
}

/** A line with its words in the open. */
export interface OpenLine {
  readonly id: LineId
  readonly text: string
}

/** What stands for a line off the record where it is not shown; given back, it means the same line. */
export const closedLine = '% ·····'

/**
 * The text with its closed lines opened again: the first closed line is the first that was off the record, and so
 * on. Lines off the record that the writer could not see are never lost: those missing come back at the end.
 */
export function withClosedLines(
  texts: readonly string[],
  sealedBefore: readonly string[],
): string[] {
  const waiting = [...sealedBefore]
  const opened = texts.flatMap((text) =>
    text.trim() === closedLine ? (waiting.shift() ?? []) : text,
  )
  return [...opened, ...waiting]
}

/** That a line belongs to a theme, and on which side. */
export interface LineInTheme {
  readonly theme: string
  /** It says otherwise than the claim. */
  readonly otherwise: boolean
}
