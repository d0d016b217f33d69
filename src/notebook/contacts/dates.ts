import { type Day, isDay } from '../../kit/days.ts'

/**
 * `1985-04-12`, `--04-12` where the year is not known, or as it was written where it cannot be told.
 * Reads ISO 8601 long and short, a time after the day, and the day.month.year of Central Europe;
 * 03/04/1990 stays as written, for it is a different day on each side of the ocean.
 */
export function dateOf(written: string, withoutYear: string | null = null): string {
  const text = written.trim()
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/.exec(text)
  const [, year = '', month = '', day = ''] = iso ?? dayFirst(text) ?? []
  if (isDay(`${year}-${month}-${day}`)) {
    return year === withoutYear ? `--${month}-${day}` : `${year}-${month}-${day}`
  }
  const yearless = /^--(\d{2})-?(\d{2})(?:T.*)?$/.exec(text)
  return yearless ? `--${yearless[1]}-${yearless[2]}` : text
}

/** 20/01/1991, 20-01-1991 and 20.01.1991; with dots the day comes first even where it could be a month. */
function dayFirst(text: string): string[] | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text)
  if (!match) return null
  const [, first = '', mark, second = '', year = ''] = match
  if (mark === '.' || Number(first) > 12)
    return [text, year, second.padStart(2, '0'), first.padStart(2, '0')]
  if (Number(second) > 12) return [text, year, first.padStart(2, '0'), second.padStart(2, '0')]
  return first === second ? [text, year, first.padStart(2, '0'), second.padStart(2, '0')] : null
}

/** What Outlook writes where there is none: 0.0.00, 00/00/00, 0/0/00. */
export function isNoDate(written: string): boolean {
  return /^[0./ -]*$/.test(written.trim())
}

const months: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'sty'],
  ['feb', 'fev', 'lut'],
  ['mar', 'mrt'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'mag', 'mei', 'maj'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'aou', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'dic', 'gru'],
]

/** The day of LinkedIn: `12 Mar 2024`, `12 mars 2023`, or the older American `2/14/18, 3:07 PM`; null if it is none. */
export function dayFromWords(written: string): Day | null {
  const text = written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const spoken = /^(\d{1,2})\.? (?:de )?(\p{L}+)\.? (?:de )?(\d{4})$/u.exec(text)
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2})(?:,.*)?$/.exec(text)
  const day = spoken
    ? `${spoken[3]}-${twoDigits(monthOf(spoken[2] ?? ''))}-${twoDigits(spoken[1] ?? '')}`
    : american
      ? `20${american[3]}-${twoDigits(american[1] ?? '')}-${twoDigits(american[2] ?? '')}`
      : dateOf(text)
  return isDay(day) ? day : null
}

function monthOf(word: string): string {
  const longest = (names: readonly string[]) =>
    Math.max(0, ...names.filter((name) => word.startsWith(name)).map((name) => name.length))
  const scores = months.map(longest)
  const best = Math.max(...scores)
  return best === 0 ? '' : String(scores.indexOf(best) + 1)
}

function twoDigits(text: string): string {
  return text.padStart(2, '0')
}
