import type { Day } from '../../kit/days.ts'
import type { LineId } from '../../kit/ids.ts'

/** A line of the notes, as the letter may use it. */
export interface ThanksLine {
  readonly id: LineId
  readonly kind:
    | 'quote'
    | 'advice'
    | 'fact'
    | 'question'
    | 'referral'
    | 'lead'
    | 'mine'
    | 'theirs'
    | null
  /** The words alone: no mark, no tags. */
  readonly text: string
  /** Who said it, or to whom it was promised, as the letter addresses them; null where there is no doubt, or no telling. */
  readonly speaker: string | null
  /** Whom a `+` line names. */
  readonly names: string | null
  /** When a promise is due. */
  readonly day: Day | null
  readonly offRecord: boolean
}

export interface ThanksInput {
  /** How each of them is addressed, "Ruth" or "Dr Osei"; nobody gives "Hello". */
  readonly to: readonly string[]
  readonly from: string
  readonly lines: readonly ThanksLine[]
  /** The day you spoke, and the day the letter is written. */
  readonly day: Day
  readonly today: Day
  readonly place: string | null
}

/** The words of one language. Every phrase is whole sentences, or what stands before and after their words. */
export interface ThanksPhrases {
  readonly subject: (input: ThanksInput) => string
  readonly greeting: (to: readonly string[]) => string
  readonly opening: (input: ThanksInput) => string
  readonly said: (
    line: ThanksLine,
    to: readonly string[],
  ) => readonly [before: string, after: string]
  readonly alsoSaid: (line: ThanksLine, to: readonly string[]) => string
  readonly nothingSaid: (to: readonly string[]) => string
  /** Around words of theirs: “…”, with the full stop where the language wants it. */
  readonly quoted: (words: string) => readonly [before: string, after: string]
  readonly promise: (
    line: ThanksLine,
    today: Day,
  ) => readonly [before: string, words: string, after: string]
  readonly takingAdvice: string
  readonly named: (name: string) => string
  readonly reportBack: string
}
