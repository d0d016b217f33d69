import { isWorkday } from '../../craft/business-days.ts'
import { clockIn, type Day, dayIn, type Instant } from '../../kit/days.ts'

export const morningDays = ['working', 'every'] as const
export const morningWords = ['quiet', 'size'] as const

/** When and how a browser hears of the morning's page. */
export interface Morning {
  /** `08:00`, on the wall clock of the zone. */
  readonly at: string
  readonly zone: string
  readonly days: (typeof morningDays)[number]
  /** `quiet` says only that the page is there; `size` how much the day holds. Names are never said. */
  readonly says: (typeof morningWords)[number]
}

/** A server that was off comes too late: three hours after the hour it is no morning any more. */
const minutesOfMorning = 180

/** The day whose morning it is now, if this browser is to hear of it; null at any other time. */
export function morningOf(
  { at, zone, days }: Pick<Morning, 'at' | 'zone' | 'days'>,
  lastOn: Day | null,
  now: Instant,
  holidays: readonly Day[],
): Day | null {
  const day = dayIn(zone, now)
  if (lastOn !== null && lastOn >= day) return null
  const since = minutesOf(clockIn(zone, now)) - minutesOf(at)
  if (since < 0 || since >= minutesOfMorning) return null
  return days === 'every' || (isWorkday(day) && !holidays.includes(day)) ? day : null
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** What is said where nothing of the day may be said. */
export const quietWords = 'This morning’s page is laid.'
