import { daysBetween, type Instant, instantOf, isDay } from '../../kit/days.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Hours from UTC of the zones that RFC 5322 still lets be named; any other name counts as UTC, as it says. */
const zones: Readonly<Record<string, number>> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}

const pattern =
  /^(?:[a-z]{2,9}\.?,? +)?(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{2,4}),? +(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(?:\.\d+)? *([+-]\d{4}|[+-]\d{2}:\d{2}|[a-z]{1,5})?/i

/** The moment in a Date field (RFC 5322, 3.3 and 4.3); null if it is none. */
export function instantOfMail(written: string): Instant | null {
  const text = written.trim().replace(/\s+/g, ' ').slice(0, 100)
  const match = pattern.exec(text)
  if (!match) return null
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '0', zone = ''] = match
  const number = months.indexOf(month.toLowerCase()) + 1
  const date = `${fullYear(year)}-${twoDigits(number)}-${twoDigits(Number(day))}`
  if (!isDay(date) || Number(hour) > 23 || Number(minute) > 59) return null
  const days = daysBetween('1970-01-01', date)
  const seconds = days * 86_400 + Number(hour) * 3600 + Number(minute) * 60
  // The sixty-first second of a leap has no place in an instant.
  return instantOf((seconds + Math.min(Number(second), 59) - offsetOf(zone) * 60) * 1000)
}

/** RFC 5322, 4.3: up to 49 the year is of this century; three digits count from 1900. */
function fullYear(year: string): string {
  if (year.length === 4) return year
  const number = Number(year)
  return String(year.length === 2 && number < 50 ? 2000 + number : 1900 + number)
}

/** In minutes. */
function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) return (zones[zone.toLowerCase()] ?? 0) * 60
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return minutes >= 24 * 60 ? 0 : match[1] === '-' ? -minutes : minutes
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
