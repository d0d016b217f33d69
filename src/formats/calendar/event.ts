import type { Day, Instant } from '../../kit/days.ts'

/** When an event begins. `day` and `clock` are as they were written, in the zone of the event. */
export type Start =
  /** The whole day, wherever one is. */
  | { readonly kind: 'day'; readonly day: Day }
  | {
      readonly kind: 'instant'
      readonly instant: Instant
      readonly day: Day
      readonly clock: string
      /** The name that the world knows it by, `Europe/Madrid`; null for a zone of the file's own. */
      readonly zone: string | null
    }
  /** A clock without a zone: what it shows wherever its owner was. */
  | { readonly kind: 'wall'; readonly day: Day; readonly clock: string }

export interface Attendee {
  readonly name: string | null
  /** As written; null where the calendar names somebody without an address. */
  readonly mail: string | null
  readonly kind: 'person' | 'room' | 'group'
  readonly answer: 'yes' | 'no' | 'maybe' | 'none'
}

/** One meeting: an event, or one day of an event that repeats. */
export interface CalendarEvent {
  readonly uid: string | null
  /** Which of a series: the day, or day and clock, for which it was first planned. Null for a single event. */
  readonly instance: string | null
  readonly start: Start
  /** How many whole days it takes; 1 for an event with a clock. */
  readonly days: number
  /** How long an event with a clock takes; null for whole days, and where it says no end. */
  readonly minutes: number | null
  /** How often it was changed before; 0 where it does not say. */
  readonly sequence: number
  /** It takes no time of whoever keeps the calendar: a birthday, somebody else's journey. */
  readonly isFree: boolean
  readonly summary: string | null
  readonly place: string | null
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly organizer: Attendee | null
  readonly attendees: readonly Attendee[]
}

/** Where something could not be read; `what` and `reason` make one sentence. */
export interface LostInCalendar {
  /** 1-based. */
  readonly line: number
  readonly what: string
  readonly reason: string
}

export type CalendarRead =
  | {
      readonly kind: 'event'
      readonly event: CalendarEvent
      /** 1-based line of the file on which it begins. */
      readonly line: number
      readonly lost: readonly LostInCalendar[]
    }
  | ({ readonly kind: 'lost' } & LostInCalendar)
  /** What a calendar holds besides events, told once at the end: `what` is "VJOURNAL". */
  | { readonly kind: 'passed'; readonly what: string; readonly count: number }
