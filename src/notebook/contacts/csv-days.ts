import type { Meeting } from '../people/person.ts'
import { type Cell, cellOf, type Meaning } from './csv-row.ts'
import { dateOf, dayFromWords, isNoDate } from './dates.ts'
import type { Said } from './said.ts'

export function saidDate(what: string, text: string): Said[] {
  return isNoDate(text) ? [] : [{ of: 'date', date: { what, date: dateOf(text) } }]
}

export function isDayOfMonth(text: string, cells: readonly Cell[]): boolean {
  return /^\d{1,2}$/.test(text) && cells.some((cell) => cell.column.meaning === 'birthMonth')
}

/** Thunderbird cuts a birthday into three columns, any of which may be empty. */
export function birthdayIn(cells: readonly Cell[]): Said[] {
  const find = (meaning: Meaning) => cellOf(cells, meaning)?.text
  const year = find('birthYear')
  const month = find('birthMonth')?.padStart(2, '0')
  const day = (find('birthDay') ?? find('birthday'))?.padStart(2, '0')
  if (year === undefined && month === undefined) return []
  if (month === undefined || day === undefined)
    return saidDate('birthday', [year, month].filter(Boolean).join('-'))
  return saidDate('birthday', year === undefined ? `--${month}-${day}` : `${year}-${month}-${day}`)
}

/** LinkedIn gives the day of connecting; a day that cannot be read stays in the words. */
export function meetingIn(cells: readonly Cell[]): Meeting | null {
  const on = cellOf(cells, 'metOn')
  const place = cellOf(cells, 'metWhere')?.text ?? null
  const words = cellOf(cells, 'metWords')?.text ?? null
  if (!on) return place || words ? { day: null, place, through: null, words } : null
  const day = dayFromWords(on.text)
  const isLinkedIn = on.column.name.trim().toLowerCase() !== 'met on'
  const sentence = day === null ? `Connected on LinkedIn: ${on.text}` : 'Connected on LinkedIn'
  return { day, place, through: null, words: isLinkedIn ? sentence : words }
}
