import { type Day, isDay } from '../../kit/days.ts'
import { plainDay, type Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import type { Person } from './shapes.ts'

type Role = Person['roles'][number]
type Place = Person['places'][number]

/** "Registrar, City Archive, 2012 – 2021". */
export function roleInWords(t: Words, { title, organisation, department, from, to }: Role): string {
  const span =
    from === null && to === null
      ? null
      : t('people.facts.span', { from: from ?? '', to: to ?? t('people.facts.now') }).trim()
  return [title, department, organisation, span].filter(Boolean).join(', ')
}

/** "Calle Mayor 3, 28013 Madrid, Spain", with what it is called in front. */
export function placeInWords({
  label,
  street,
  postcode,
  locality,
  region,
  country,
}: Place): string {
  const town = [postcode, locality].filter(Boolean).join(' ')
  const address = [street, town, region, country].filter(Boolean).join(', ')
  return [address === '' ? null : label, address].filter(Boolean).join(': ') || (label ?? '')
}

/** A day in words, without its year where nobody knows it; anything else as it was written. */
export function dateInWords(date: string, wall: Wall): string {
  const yearless = /^--(\d\d)-?(\d\d)$/.exec(date)
  if (yearless) {
    const inThisYear = `2000-${yearless[1]}-${yearless[2]}`
    return isDay(inThisYear) ? plainDay(inThisYear, { ...wall, today: thisYear }) : date
  }
  return isDay(date) ? plainDay(date, wall) : date
}

/** Makes the year of 2000 go without saying; it is a leap year, so every day of a birthday exists in it. */
const thisYear: Day = '2000-01-01'
