import type { Instant } from '../../kit/days.ts'

export interface MailAddress {
  readonly name: string | null
  /** As written, capitals and all. */
  readonly address: string
}

/** Who wrote to whom, when and about what; of what was written, nothing is ever held. */
export interface Mail {
  /** With its angle brackets taken away. */
  readonly id: string | null
  /** Null where the date is missing or cannot be read. */
  readonly sent: Instant | null
  readonly from: readonly MailAddress[]
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  readonly subject: string | null
  /** What Gmail files it under: "Sent", "Spam", "Work/Interviews". */
  readonly labels: readonly string[]
  /** Sent by a list or a machine, as it says itself. */
  readonly isAutomatic: boolean
}

/** Where something could not be read; `what` and `reason` make one sentence. */
export interface LostInMail {
  /** 1-based. */
  readonly line: number
  readonly what: string
  readonly reason: string
}

export type MailRead =
  | {
      readonly kind: 'mail'
      readonly mail: Mail
      /** 1-based line of the file on which its head begins. */
      readonly line: number
      readonly lost: readonly LostInMail[]
    }
  | ({ readonly kind: 'lost' } & LostInMail)
