import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { Instant } from '../../kit/days.ts'
import type { ConversationId, PersonId, TemplateId } from '../../kit/ids.ts'

export interface Party {
  readonly name: string
  readonly address: string
}

/**
 * - `waiting`: goes when its time has come, or is tried again then; until then it can be taken back.
 * - `handing`: the mail server was ready for it, and its words are on the line.
 * - `unsure`: the line broke while it was handed over; only the owner can look whether it went.
 * - `failed`: it did not go, and is a draft again.
 */
export type GoingState = 'waiting' | 'handing' | 'unsure' | 'failed'

/** A letter that was told to go, word for word as it was shown. It is no thing of the log: nobody can undo what went. */
export interface Going {
  readonly id: string
  readonly conversation: ConversationId
  readonly template: TemplateCode
  /** For whom of several at the table it was drafted; without it, for all of them. */
  readonly toOne?: PersonId
  readonly form: TemplateId | null
  readonly state: GoingState
  /** When it goes, or is tried again; while it is handed over, until when that may take. */
  readonly due: Instant
  /** When it was to go first. */
  readonly first: Instant
  /** Made once, so that the same letter is the same wherever it turns up. With its angle brackets. */
  readonly messageId: string
  readonly references: readonly string[]
  readonly from: Party
  readonly to: Party & { readonly person: PersonId }
  readonly subject: string
  readonly body: string
  readonly calendar: { readonly name: string; readonly text: string } | null
  readonly anyway: string | null
  /** The zone the owner was in, by which the day it went is told. */
  readonly zone: string
  readonly tries: number
  /** When its words were last put on the line. */
  readonly handedAt: Instant | null
  /** Why it did not go yet, in a sentence. */
  readonly trouble: string | null
}

/** Whether it may still go, or may have gone: nobody writes on it meanwhile. */
export function isUnderWay({ state }: Going): boolean {
  return state !== 'failed'
}
