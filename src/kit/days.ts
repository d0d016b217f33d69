/** A calendar day as people write it, `2026-03-14`: no clock time, no zone. */
export type Day = `${number}-${number}-${number}`

/** A moment, in UTC, as `2026-03-14T15:00:00.000Z`. */
export type Instant = `${string}Z`

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const millisecondsADay = 86_400_000

export function isDay(text: string): text is Day {
  if (!dayPattern.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

export function isInstant(text: string): text is Instant {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))
  )
}

/** Whole days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsADay)
}

export function addDays(day: Day, count: number): Day {
  return dayOfUtc(Date.parse(`${day}T00:00:00Z`) + count * millisecondsADay)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

export function addHours(instant: Instant, hours: number): Instant {
  return instantOf(Date.parse(instant) + hours * 3_600_000)
}

export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000
}

/** The instant so many milliseconds after 1970 began. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant
}

/** Milliseconds from 1970 to an instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The day that an instant falls on for somebody in that zone (an IANA name). Throws RangeError on an unknown zone. */
export function dayIn(zone: string, instant: Instant): Day {
  return dayFormat(zone).format(new Date(instant)) as Day
}

/** The wall clock, `17:30`, that an instant shows in that zone. */
export function clockIn(zone: string, instant: Instant): string {
  return clockFormat(zone).format(new Date(instant))
}

/**
 * The instant at which a wall clock in a zone shows that day and time. In the hour that a
 * change of clocks repeats, the first; in the hour that it skips, the moment after.
 */
export function instantAt(zone: string, day: Day, clock: string): Instant {
  const wanted = Date.parse(`${day}T${clock}:00Z`)
  const guesses = [
    wanted - clockAhead(zone, wanted - millisecondsADay),
    wanted - clockAhead(zone, wanted + millisecondsADay),
  ]
  const right = guesses.find((guess) => guess + clockAhead(zone, guess) === wanted)
  return instantOf(right ?? Math.max(...guesses))
}

export function isZone(text: string): boolean {
  try {
    return Boolean(dayFormat(text))
  } catch {
    return false
  }
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()
function dayFormat(zone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  dayFormats.set(zone, made)
  return made
}

const clockFormats = new Map<string, Intl.DateTimeFormat>()
function clockFormat(zone: string): Intl.DateTimeFormat {
  const known = clockFormats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  })
  clockFormats.set(zone, made)
  return made
}

/** How far a zone's clock is ahead of UTC at that moment, in milliseconds; both since 1970. Throws RangeError on an unknown zone. */
export function clockAhead(zone: string, at: number): number {
  const instant = instantOf(at)
  return (
    Date.parse(`${dayIn(zone, instant)}T${clockIn(zone, instant)}:00Z`) -
    Math.floor(at / 60_000) * 60_000
  )
}

/** "Tuesday 14 April" in another language; `locale` as browsers name them (`pt`, `en-GB`). */
export function dayInLanguage(day: Day, locale: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, parts).format(new Date(`${day}T00:00:00Z`))
}

function dayOfUtc(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10) as Day
}
