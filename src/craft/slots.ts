import {
  addDays,
  addHours,
  clockIn,
  type Day,
  dayIn,
  daysBetween,
  hoursBetween,
  type Instant,
  instantAt,
  weekdayOf,
} from '../kit/days.ts'
import { isWorkday } from './business-days.ts'

/** Hours of a wall clock, from and to: 9 is 09:00, 17.5 is 17:30. */
export type Hours = readonly [number, number]

/** A time that is taken. */
export interface Busy {
  readonly from: Instant
  readonly to: Instant
}

export interface SlotWish {
  readonly now: Instant
  readonly minutes: number
  /** IANA zones. */
  readonly mine: string
  readonly theirs: string
  /** In which both like to speak, each by their own clock. */
  readonly working: Hours
  /** In which both are up; asked only where their working hours never meet. */
  readonly waking: Hours
  /** Days of mine on which nothing is offered. */
  readonly holidays: readonly Day[]
  readonly busy: readonly Busy[]
  /** How many days lie at least between today and the first time. */
  readonly daysAhead: number
  /** How many days after the first possible one are looked at. */
  readonly withinDays: number
  readonly count: number
}

/** A time as they read it, on the clock of their zone. */
export interface Slot {
  readonly day: Day
  readonly clock: string
  readonly instant: Instant
}

interface Candidate extends Slot {
  readonly hour: number
  /** How far from a good hour; 0 is the best. */
  readonly cost: number
}

const stepsAnHour = 2
/** So much quiet stands between two things. */
const breathMinutes = 15

/**
 * Two or three times for a talk, in the order of time: in the working hours of both, or where these never meet in the
 * waking hours; on days that are business days for both and no holidays of mine; free; on different days, now in the
 * morning and now in the afternoon by their clock. Fewer, or none, where there are no such times. A wall clock that a
 * change of clocks skips or repeats is never offered.
 */
export function proposeSlots(wish: SlotWish): Slot[] {
  const working = choose(candidatesFor(wish, wish.working), wish.count)
  if (working.length >= Math.min(fewest, wish.count)) return working
  const waking = choose(candidatesFor(wish, wish.waking), wish.count)
  return waking.length > working.length ? waking : working
}

/** One alone is no choice. */
const fewest = 2

/** Whether nothing of mine is in the way of such a time, nor within a breath of it: `breath` counts minutes. */
export function isFree(
  instant: Instant,
  minutes: number,
  busy: readonly Busy[],
  breath: number = breathMinutes,
): boolean {
  const from = addHours(instant, -breath / 60)
  const to = addHours(instant, (minutes + breath) / 60)
  return !busy.some((one) => isBefore(one.from, to) && isBefore(from, one.to))
}

function isBefore(one: Instant, other: Instant): boolean {
  return hoursBetween(one, other) > 0
}

function candidatesFor(wish: SlotWish, hours: Hours): Candidate[] {
  const daysAhead = within(wish.daysAhead, furthest)
  const first = addDays(dayIn(wish.theirs, wish.now), daysAhead)
  const soonest = addHours(wish.now, 24 * (daysAhead - 1))
  const free = new Set(wish.holidays)
  const near = wish.busy.filter(({ to }) => isBefore(wish.now, to))
  return daysFrom(first, within(wish.withinDays, furthest))
    .filter(isWorkday)
    .flatMap((day) => clocksWithin(hours, wish.minutes).map((hour) => candidateAt(wish, day, hour)))
    .filter((one) => one !== null)
    .filter(({ instant }) => isBefore(soonest, instant) && isForMe(wish, hours, free, instant))
    .filter(({ instant }) => isFree(instant, wish.minutes, near))
}

/** In days. Nobody offers a time that is further away; a larger number is a slip. */
const furthest = 60

function within(count: number, most: number): number {
  return Math.min(most, Math.max(0, Math.floor(count)))
}

function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count + 1 }, (_, at) => addDays(first, at))
}

function clocksWithin([from, to]: Hours, minutes: number): number[] {
  const last = Math.min(to, 24) - minutes / 60
  const steps = Math.max(0, Math.floor((last - from) * stepsAnHour) + 1)
  return Array.from({ length: steps }, (_, at) => from + at / stepsAnHour)
}

function candidateAt({ theirs, minutes }: SlotWish, day: Day, hour: number): Candidate | null {
  const clock = clockOf(hour)
  const instant = instantAt(theirs, day, clock)
  if (!isOnce(theirs, { day, clock, instant })) return null
  // A change of clocks in the middle would make the end another than both would say.
  const end = addHours(instant, minutes / 60)
  if (clockIn(theirs, end) !== clockOf(hour + minutes / 60)) return null
  return { day, clock, instant, hour, cost: costOf(day, hour) }
}

function clockOf(hour: number): string {
  const minutes = Math.round(hour * 60)
  return [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}

/** Whether that clock shows on that day, and only once. */
function isOnce(zone: string, { day, clock, instant }: Slot): boolean {
  const shows = (at: Instant) => dayIn(zone, at) === day && clockIn(zone, at) === clock
  return shows(instant) && ![0.5, 1].some((later) => shows(addHours(instant, later)))
}

/** By my own clock it begins and ends on one business day of mine, within the hours. */
function isForMe(
  { mine, minutes }: SlotWish,
  [from, to]: Hours,
  free: ReadonlySet<Day>,
  instant: Instant,
): boolean {
  const day = dayIn(mine, instant)
  const begins = hourOf(clockIn(mine, instant))
  return isWorkday(day) && !free.has(day) && begins >= from && begins + minutes / 60 <= to
}

function hourOf(clock: string): number {
  return Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / 60
}

/** Full hours are remembered; at noon one eats, at the ends of a day and of a week one is elsewhere. */
function costOf(day: Day, hour: number): number {
  const weekday = weekdayOf(day)
  const isEdgeOfWeek = (weekday === 1 && hour < 10) || (weekday === 5 && hour >= 15)
  return (
    (Number.isInteger(hour) ? 0 : 1) +
    (hour >= 12 && hour < 14 ? 2 : 0) +
    (hour < 9.5 || hour > 16.5 ? 2 : 0) +
    (isEdgeOfWeek ? 2 : 0)
  )
}

/** Days between one offer and the next, where there is room. */
const stride = 2
const otherPart = 3

function choose(all: readonly Candidate[], count: number): Slot[] {
  const chosen: Candidate[] = []
  const first = all[0]?.day
  if (first === undefined) return []
  for (let at = 0; at < count; at++) {
    const cost = (one: Candidate): number => {
      const away = Math.abs(daysBetween(first, one.day) - at * stride)
      const isRightPart = one.hour < 12 === (at % 2 === 0)
      return one.cost + away + (isRightPart ? 0 : otherPart)
    }
    const open = all.filter((one) => !chosen.some(({ day }) => day === one.day))
    const best = open.toSorted(
      (one, other) => cost(one) - cost(other) || soonerFirst(one, other),
    )[0]
    if (best) chosen.push(best)
  }
  return chosen.toSorted(soonerFirst).map(({ day, clock, instant }) => ({ day, clock, instant }))
}

function soonerFirst(one: Slot, other: Slot): number {
  return hoursBetween(other.instant, one.instant)
}
