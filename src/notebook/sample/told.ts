import type { Side } from '../../craft/introductions/introduction.ts'
import type { Day } from '../../kit/days.ts'
import type { Conversation, Medium, StepKind } from '../conversations/conversation.ts'
import type { Introduction } from '../introductions/introduction.ts'
import type { Moving, Want } from '../nouns/noun.ts'
import type { Consent, KindOfPerson } from '../people/person.ts'

/**
 * Days from the day of loading: 0 is today, -1 yesterday. What the clocks count in business days is told in
 * business days, so that it looks the same whatever the weekday.
 */
export type Ago = number | { readonly businessDays: number }

export interface ToldField {
  readonly key: string
  readonly name: string
  readonly why: string
  /** The owner's own open questions. */
  readonly questions: readonly string[]
}

export interface ToldRole {
  readonly title: string
  readonly organisation?: string
  /** Years from this one: -12 is twelve years ago. */
  readonly from?: number
  readonly to?: number
}

export interface ToldPerson {
  readonly key: string
  readonly given: string
  readonly family: string
  readonly nickname?: string
  readonly pronunciation?: string
  /** The role of now first. */
  readonly roles: readonly ToldRole[]
  readonly mail?: string
  readonly phone?: string
  readonly link?: string
  readonly locality: string
  readonly country: string
  readonly labels?: readonly string[]
  readonly fields?: Readonly<Record<string, KindOfPerson>>
  readonly met?: {
    readonly ago?: Ago
    readonly place?: string
    readonly through?: string
    readonly words?: string
  }
  readonly words?: string
  readonly consent?: ToldConsent
}

export interface ToldConsent extends Omit<Consent, 'on'> {
  readonly ago: Ago
}

/** `soon` is the hour at which today's conversation looks right: see `hourAhead`. */
export interface ToldStart {
  readonly ago: Ago
  readonly clock: string
}

export interface ToldStep {
  readonly kind: StepKind
  readonly ago: Ago
  readonly clock: string
  readonly words: string | null
  readonly start: ToldStart | null
}

/** A line of a note. `{weekday +1}` and `{day +1}` in it are said in words; `settled` is a promise kept, a question answered. */
export type ToldLine = string | { readonly text: string; readonly settled: Ago }

export interface ToldQuestion {
  /** Of the bank, or any other word for one's own. */
  readonly id: string
  readonly text: string
  readonly starred?: boolean
  readonly asked?: boolean
}

export interface ToldTalk extends Partial<
  Pick<Conversation, 'link' | 'purpose' | 'minutes' | 'read' | 'gift'>
> {
  readonly people: readonly string[]
  readonly fields: readonly string[]
  readonly medium?: Medium
  readonly place?: string
  /** A meeting by chance, and when. */
  readonly chance?: ToldStart
  readonly questions?: readonly ToldQuestion[]
  /** How it left you; engagement; whether one could do this on a Tuesday. */
  readonly left?: readonly [
    NonNullable<Conversation['energy']>,
    NonNullable<Conversation['engagement']>,
    number,
  ]
  readonly consent?: ToldConsent
  readonly steps: readonly ToldStep[]
  readonly note?: readonly ToldLine[]
}

/** Where one would like to be; the name is that of a house in the roles, or of one where nobody is known. */
export interface ToldPlace {
  readonly name: string
  readonly want: Want
  readonly since: Ago
  readonly moving?: { readonly level: Moving['level']; readonly why: string; readonly ago: Ago }
}

/** Two of them brought together by the owner, as far as it went. */
export interface ToldIntroduction extends Pick<
  Introduction,
  'shape' | 'lines' | 'reasons' | 'both' | 'about' | 'question'
> {
  readonly requester: string
  readonly target: string
  readonly steps: readonly (
    | { readonly kind: 'requested'; readonly ago: Ago }
    | { readonly kind: 'asked' | 'yes'; readonly side: Side; readonly ago: Ago }
  )[]
}

export function did(kind: StepKind, ago: Ago, clock = '10:00', words?: string): ToldStep {
  return { kind, ago, clock, words: words ?? null, start: null }
}

export function agreed(ago: Ago, start: ToldStart, clock = '11:30'): ToldStep {
  return { kind: 'scheduled', ago, clock, words: null, start }
}

/** Spoken, written down the same day, and thanked for the next morning. */
export function spoken(ago: number, clock: string): ToldStep[] {
  return [did('held', ago, clock), did('captured', ago, '21:15'), did('thanked', ago + 1, '08:40')]
}

/** The chair somebody sits in, said once for a talk and for the person. */
export function answered(
  notes: Consent['notes'],
  naming: Consent['naming'],
  sharing: Consent['sharing'],
  ago: Ago,
): ToldConsent {
  return { notes, naming, sharing, ago }
}

/** What the days of a told life are counted from. */
export interface Calendar {
  readonly today: Day
  /** The clock on the wall at this moment, `09:30`. */
  readonly clock: string
  readonly zone: string
  readonly holidays: readonly Day[]
}
