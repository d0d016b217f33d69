import type { Day, Instant } from '../../kit/days.ts'
import type { ConversationId, FieldId, PersonId, StepId } from '../../kit/ids.ts'
import type { Consent } from '../people/person.ts'

export const settings = ['planned', 'chance'] as const
export type Setting = (typeof settings)[number]

export const media = ['in-person', 'call', 'video', 'letter'] as const
export type Medium = (typeof media)[number]

/**
 * When it begins, as it was agreed: a wall clock (`16:00`) in a zone, so that "ten in Madrid" stays ten
 * if the law changes. Without a clock only the day is known.
 */
export interface Start {
  readonly day: Day
  readonly clock: string | null
  /** An IANA zone, `Europe/Madrid`. */
  readonly zone: string
}

/** A time on a wall clock, in a zone that is said beside it. */
export interface OfferedTime {
  readonly day: Day
  /** `16:00` */
  readonly clock: string
}

/** Times one of which they may choose, on the clocks of their zone; what was offered later takes the place of it. */
export interface Offer {
  /** An IANA zone: theirs. */
  readonly zone: string
  readonly times: readonly OfferedTime[]
  readonly on: Day
}

/** A mail that was heard: its head, and where the rest of it lies. Of what is written in it nothing is kept. */
export interface HeardMail {
  /** Its Message-ID without brackets; where it has none, its place. */
  readonly message: string
  readonly kind: 'answer' | 'vacation' | 'bounce' | 'late'
  readonly from: { readonly name: string; readonly address: string } | null
  readonly subject: string
  /** The letter that it goes back to; null where it only comes from somebody who was asked. */
  readonly letter: string | null
  /** Why a letter did not arrive, in words. */
  readonly reason: string | null
  /** The folder, and its number in it, as long as numbers in it hold. */
  readonly box: string
  readonly uid: number
}

/** What somebody did on their own page, or wrote, for the owner to see. */
export type FromThem = {
  readonly person: PersonId
  readonly at: Instant
  readonly isSeen: boolean
} & (
  | { readonly what: 'chose'; readonly start: Start }
  | {
      readonly what: 'another-time'
      readonly times: readonly Start[]
      readonly words: string | null
    }
  | { readonly what: 'declined'; readonly words: string | null }
  | { readonly what: 'naming'; readonly naming: Consent['naming'] }
  | { readonly what: 'forget' }
  | { readonly what: 'wrote'; readonly mail: HeardMail }
)

/** A question one means to ask: from the bank (its id, `entry-01`) or one's own line (any id of one's own). */
export interface PlannedQuestion {
  readonly id: string
  readonly text: string
  /** One of the two you do not want to leave without. */
  readonly starred: boolean
  readonly asked: boolean
}

export const energies = [-2, -1, 0, 1, 2] as const
export type Energy = (typeof energies)[number]

export const engagements = [0, 1, 2, 3, 4] as const
export type Engagement = (typeof engagements)[number]

/** One life from idea to kept. What stands here was said or written; where it stands is the fold of its steps. */
export interface Conversation {
  readonly id: ConversationId
  readonly people: readonly PersonId[]
  readonly setting: Setting
  readonly fields: readonly FieldId[]
  /** The one real thing that links you; a letter is not drafted without it. */
  readonly link: string | null
  readonly purpose: string | null
  /** Minutes asked for; one keeps to them. */
  readonly minutes: number
  readonly medium: Medium | null
  readonly place: string | null
  /**
   * The time known when this was first written down: of a plan made with its time, or of a chance
   * meeting. A time agreed on or moved later is a `scheduled` step, and never written here.
   */
  readonly start: Start | null
  readonly questions: readonly PlannedQuestion[]
  /** Already read, so no need to ask. */
  readonly read: readonly string[]
  /** Something for them. */
  readonly gift: string | null
  /** How it left you: drained −2 … alive 2. */
  readonly energy: Energy | null
  readonly engagement: Engagement | null
  /** "Could I do this on a Tuesday?" 0 not at all … 10 gladly. */
  readonly tuesday: number | null
  /** What they agreed to, as it was that day; `nothingAsked` until then. */
  readonly consent: Consent
  /** Older documents have none. */
  readonly offer?: Offer | null
  /** The latest last; older documents have none. */
  readonly fromThem?: readonly FromThem[]
  readonly binnedOn: Day | null
}

export const defaultMinutes = 20

export const stepKinds = [
  'researched',
  'drafted',
  'sent',
  'nudged',
  'widened',
  'replied-yes',
  'replied-no',
  'replied-later',
  'scheduled',
  'confirmed',
  'started',
  'held',
  'no-show-mine',
  'no-show-theirs',
  'captured',
  'thanked',
  'thanked-no',
  'followed-up',
  'debriefed',
  'updated',
  'rested',
  'reopened',
  'kept',
] as const
export type StepKind = (typeof stepKinds)[number]

interface Fact {
  readonly id: StepId
  readonly conversation: ConversationId
  /**
   * When it happened. Of a step written down on a later day only the day is known: then `at` is when it
   * was written, and does not fall on `day`.
   */
  readonly at: Instant
  readonly zone: string
  readonly day: Day
  /** Their answer, the new reason, or whatever is worth a line. */
  readonly words: string | null
}

/** One fact in the life of a conversation. Only `scheduled` brings something along: the time agreed. */
export type Step = Fact &
  (
    | { readonly kind: Exclude<StepKind, 'scheduled'> }
    | { readonly kind: 'scheduled'; readonly start: Start }
  )

/** A conversation with all its steps, in any order; those taken back are not among them. */
export interface Life {
  readonly conversation: Conversation
  readonly steps: readonly Step[]
}
