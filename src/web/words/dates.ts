import {
  addDays,
  clockIn,
  type Day,
  dayIn,
  instantAt,
  instantOf,
  isDay,
  isInstant,
} from '../../kit/days.ts'
import type { Words } from './words.ts'

/** Where and how the owner reads the clock. */
export interface Wall {
  /** The owner's zone; of the browser while it is not known. */
  readonly zone: string
  /** How days are written, `en-GB`. */
  readonly locale: string
  readonly today: Day
}

/**
 * The locale for days: the first of the browser's that speaks the language of the words, so that no
 * German month stands in an English sentence; otherwise the one that writes "Thursday 12 March".
 */
export function localeOf(language: string, preferred: readonly string[]): string {
  const first = preferred.find((locale) => locale.split('-')[0] === language)
  return first === undefined || first === 'en' ? (language === 'en' ? 'en-GB' : language) : first
}

export function wallNow(zone: string | null, locale: string): Wall {
  const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return { zone: here, locale, today: dayIn(here, instantOf(Date.now())) }
}

/** "Thursday 12 March"; with the year when it is not this one. */
export function longDay(day: Day, { locale, today }: Wall): string {
  return format(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear(day, today) ? {} : { year: 'numeric' }),
  }).format(noonOf(day))
}

/** "12 March", or "12 March 2024". */
export function plainDay(day: Day, { locale, today }: Wall): string {
  return format(locale, {
    day: 'numeric',
    month: 'long',
    ...(isThisYear(day, today) ? {} : { year: 'numeric' }),
  }).format(noonOf(day))
}

/** "12 Mar", for the edge of a timeline. */
export function shortDay(day: Day, { locale, today }: Wall): string {
  return format(locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear(day, today) ? {} : { year: '2-digit' }),
  }).format(noonOf(day))
}

/** "today", "yesterday", "5 March", "February 2025", "2022": the older, the less exact. */
export function roughDay(words: Words, day: Day, wall: Wall): string {
  const near = nearDay(words, day, wall.today)
  if (near) return near
  if (isThisYear(day, wall.today) || day > addDays(wall.today, -183)) {
    return format(wall.locale, { day: 'numeric', month: 'long' }).format(noonOf(day))
  }
  if (Number(wall.today.slice(0, 4)) - Number(day.slice(0, 4)) > 1) return day.slice(0, 4)
  return format(wall.locale, { month: 'long', year: 'numeric' }).format(noonOf(day))
}

/** "today, 16:00", "tomorrow", "Thursday 12 March, 16:00". */
export function whenInWords(words: Words, day: Day, clock: string | null, wall: Wall): string {
  const near = nearness(day, wall.today)
  if (near) return clock ? words(`day.${near}At`, { clock }) : words(`day.${near}`)
  const long = longDay(day, wall)
  return clock ? words('day.at', { day: long, clock }) : long
}

/** A day or an instant, as the server gives it, in the owner's zone; anything else is today. */
export function dayAndClock(when: string, zone: string): { day: Day; clock: string | null } {
  if (isInstant(when)) return { day: dayIn(zone, when), clock: clockIn(zone, when) }
  return { day: isDay(when) ? when : dayIn(zone, instantOf(Date.now())), clock: null }
}

function nearDay(words: Words, day: Day, today: Day): string | null {
  const near = nearness(day, today)
  return near ? words(`day.${near}`) : null
}

function nearness(day: Day, today: Day): 'today' | 'tomorrow' | 'yesterday' | null {
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  return day === addDays(today, -1) ? 'yesterday' : null
}

function isThisYear(day: Day, today: Day): boolean {
  return day.slice(0, 4) === today.slice(0, 4)
}

/** A calendar day has no zone; noon in UTC is the same day to a formatter of UTC. */
function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00Z`)
}

const formats = new Map<string, Intl.DateTimeFormat>()
function format(locale: string, shape: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(shape)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...shape, timeZone: 'UTC' })
  formats.set(key, made)
  return made
}

interface Agreed {
  readonly day: Day
  readonly clock: string | null
  readonly zone?: string | undefined
}

/** A time agreed in some zone, as it shows on the owner's own wall: "today, 16:00". */
export function startInWords(words: Words, start: Agreed, wall: Wall): string {
  const { day, clock, zone = wall.zone } = start
  if (clock === null || zone === wall.zone) return whenInWords(words, day, clock, wall)
  const instant = instantAt(zone, day, clock)
  return whenInWords(words, dayIn(wall.zone, instant), clockIn(wall.zone, instant), wall)
}
