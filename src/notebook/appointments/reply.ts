import type { Attendee, CalendarEvent } from '../../formats/calendar/event.ts'
import type { Start, StepKind } from '../conversations/conversation.ts'
import type { Stage } from '../conversations/course.ts'

/** What a calendar answers to a time (RFC 5546: REPLY and COUNTER). */
export type ReplyAnswer = 'yes' | 'no' | 'maybe' | 'other-time'

/** How a file is sent: `REPLY`; null where it does not say. */
export function methodIn(calendar: string): string | null {
  return /^METHOD:([A-Z-]{3,20})\s*$/im.exec(calendar.slice(0, 10_000))?.[1]?.toUpperCase() ?? null
}

/** The conversation that an appointment of ours is about, by its name. */
export function conversationIn({ uid }: CalendarEvent): string | null {
  return /^([0-9a-f-]{36})@sobremesa$/i.exec(uid ?? '')?.[1]?.toLowerCase() ?? null
}

/** In a reply stands who answers, and nobody else. */
export function answererOf({ attendees }: CalendarEvent): Attendee | null {
  return attendees[0] ?? null
}

/** Null for what is no answer: an invitation, one that says nothing yet. */
export function answerOf(method: string | null, event: CalendarEvent): ReplyAnswer | null {
  if (method === 'COUNTER') return 'other-time'
  const answer = answererOf(event)?.answer ?? 'none'
  return method === 'REPLY' && answer !== 'none' ? answer : null
}

/** The time in it, on the clock it was written by; where that hangs nowhere, or has a zone of its own, in `here`. */
export function startIn({ start }: CalendarEvent, here: string): Start {
  if (start.kind === 'day') return { day: start.day, clock: null, zone: here }
  return {
    day: start.day,
    clock: start.clock,
    zone: (start.kind === 'instant' ? start.zone : null) ?? here,
  }
}

/**
 * The steps that an answer may mean, the likeliest first. A yes to a time that is agreed changes nothing: the short note a
 * day or two before is still the owner's. A no to a time is not yet a no to the talk.
 */
export function stepsFor(answer: ReplyAnswer, stage: Stage): readonly StepKind[] {
  if (answer === 'other-time') return ['scheduled']
  if (answer === 'no') return ['replied-later', 'replied-no']
  if (answer === 'maybe') return []
  return stage === 'scheduled' || stage === 'confirmed' ? [] : ['replied-yes']
}
