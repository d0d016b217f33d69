import type { Instant } from '../../kit/days.ts'

/** How far a conversation has come, for the stripe above the notes. */
export interface TalkClock {
  /** Whole minutes since it began. */
  readonly minute: number
  /** From 0 to 1. */
  readonly part: number
  /** The minute at which it is time to close, and where on the stripe that is. */
  readonly closeAt: number
  readonly closePart: number
  readonly isTimeToClose: boolean
  readonly isOver: boolean
  /** Nobody talks for so long: it was left without "Finish", and counting minutes would say nothing. */
  readonly isLeft: boolean
}

/** Minutes. */
const longestTalk = 240

export function talkClock(began: Instant, minutes: number, now: number): TalkClock {
  const gone = Math.max(0, (now - Date.parse(began)) / 60_000)
  const closeAt = closingMinute(minutes)
  return {
    minute: Math.floor(gone),
    part: Math.min(1, gone / minutes),
    closeAt,
    closePart: closeAt / minutes,
    isTimeToClose: gone >= closeAt,
    isOver: gone >= minutes,
    isLeft: gone >= Math.max(longestTalk, 2 * minutes),
  }
}

/** Five minutes before the end; of a short talk, three quarters in. */
export function closingMinute(minutes: number): number {
  return minutes >= 15 ? minutes - 5 : Math.round(minutes * 0.75)
}
