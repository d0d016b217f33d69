export const durations = [
  'five-minutes',
  'ten-minutes',
  'quarter',
  'twenty-minutes',
  'half-hour',
  'three-quarters',
  'hour',
  'hour-and-a-half',
  'two-hours',
  'longer',
] as const
export type Duration = (typeof durations)[number]

/** "One conversation, then five small things. About half an hour in all." */
export interface DaySize {
  readonly conversations: number
  readonly small: number
  /** Null on a day with nothing. */
  readonly about: Duration | null
}

const upTo: readonly (readonly [number, Duration])[] = [
  [7, 'five-minutes'],
  [12, 'ten-minutes'],
  [17, 'quarter'],
  [24, 'twenty-minutes'],
  [38, 'half-hour'],
  [52, 'three-quarters'],
  [74, 'hour'],
  [104, 'hour-and-a-half'],
  [150, 'two-hours'],
]

/** About how long so many minutes are, as one says it. */
export function durationOf(minutes: number): Duration {
  return upTo.find(([most]) => minutes <= most)?.[1] ?? 'longer'
}
