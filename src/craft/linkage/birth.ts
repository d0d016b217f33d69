import { slips } from './similarity.ts'

/** A day of birth as far as it is known; 0 where it is not. Impossible days stay as they were written. */
export interface Birth {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Eight digits, for comparing slips of the pen; empty where a part is missing. */
  readonly digits: string
}

export type DayOrder = 'day-first' | 'month-first'

const months = [
  'jan ene gen janv',
  'feb fev fevr febr',
  'mar mars maerz mrz',
  'apr abr avr',
  'may mai mag maj',
  'jun juin giu',
  'jul juil lug',
  'aug ago aout sie',
  'sep set sept wrz',
  'oct okt ott paz',
  'nov lis',
  'dec dez dic gru',
].map((words) => words.split(' '))

/** Which of the two comes first in dates such as 03/04/1971: told by those where one of them cannot be a month. */
export function dayOrderOf(values: Iterable<string>): DayOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const value of values) {
    const [first, second] = shortParts(value)
    if (first === undefined || second === undefined) continue
    if (first > 12 && second <= 12) dayFirst += 1
    if (second > 12 && first <= 12) monthFirst += 1
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}

function shortParts(value: string): number[] {
  const found = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(value)
  return found ? [Number(found[1]), Number(found[2])] : []
}

/** Null where nothing of a day can be read from it. */
export function birthOf(written: string, order: DayOrder): Birth | null {
  const text = written.trim().toLowerCase().slice(0, 40)
  return yearFirst(text) ?? yearLast(text, order) ?? named(text)
}

function yearFirst(text: string): Birth | null {
  const found =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:\D|$)/.exec(text) ??
    /^(-)-?(\d{2})-?(\d{2})$/.exec(text) ??
    /^(\d{4})-(\d{2})()$/.exec(text) ??
    /^(\d{4})()()$/.exec(text)
  return found ? birth(numberOf(found[1]), numberOf(found[2]), numberOf(found[3])) : null
}

function yearLast(text: string, order: DayOrder): Birth | null {
  const found = /^(\d{1,2})[/. -]+(\d{1,2})[/. -]+(\d{4}|\d{2})(?:\D|$)/.exec(text)
  if (!found) return null
  const [first, second] = [numberOf(found[1]), numberOf(found[2])]
  const year = fullYear(found[3] ?? '')
  const monthFirst = second > 12 || (order === 'month-first' && first <= 12)
  return monthFirst ? birth(year, first, second) : birth(year, second, first)
}

function named(text: string): Birth | null {
  const words = text.match(/[a-zà-ÿ]+|\d+/g) ?? []
  const month = months.findIndex((names) =>
    words.some((word) => names.some((name) => word.startsWith(name) && word.length < 10)),
  )
  if (month < 0) return null
  const numbers = words.filter((word) => /^\d/.test(word))
  const year = numbers.find((number) => number.length === 4)
  const day = numbers.find((number) => number.length < 3)
  return year || day ? birth(numberOf(year), month + 1, numberOf(day)) : null
}

function fullYear(written: string): number {
  const year = numberOf(written)
  if (written.length > 2) return year
  return year > 30 ? 1900 + year : 2000 + year
}

function numberOf(text: string | undefined): number {
  const number = Number(text)
  return Number.isFinite(number) && number > 0 ? number : 0
}

/** Years before 1605 are how some programs say that they know none. */
function birth(writtenYear: number, month: number, day: number): Birth | null {
  const year = writtenYear === 1604 ? 0 : writtenYear
  if (year === 0 && (month === 0 || day === 0)) return null
  const whole = year > 0 && month > 0 && day > 0
  const digits = whole ? `${year}`.padStart(4, '0') + two(month) + two(day) : ''
  return { year, month, day, digits }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** How two days agree; the levels of the comparison of births, best first. */
export type BirthLevel = 'same' | 'slip' | 'partly' | 'two-slips' | 'near' | 'decade' | 'apart'

export function compareBirths(a: Birth, b: Birth): BirthLevel {
  if (a.digits === '' || b.digits === '') return comparePartly(a, b)
  if (a.digits === b.digits) return 'same'
  const between = slips(a.digits, b.digits, 2)
  const turned = a.year === b.year && a.month === b.day && a.day === b.month
  if (between === 1 || turned) return 'slip'
  const agreeing = Number(a.year === b.year) + Number(a.month === b.month) + Number(a.day === b.day)
  if (between === 2 || agreeing === 2) return 'two-slips'
  return apartBy(Math.abs(a.year - b.year))
}

function comparePartly(a: Birth, b: Birth): BirthLevel {
  const year = a.year > 0 && b.year > 0
  const day = a.month > 0 && b.month > 0 && a.day > 0 && b.day > 0
  if (day && (a.month !== b.month || a.day !== b.day)) return 'apart'
  if (!year) return day ? 'partly' : 'near'
  if (a.year === b.year) return 'partly'
  return apartBy(Math.abs(a.year - b.year))
}

function apartBy(years: number): BirthLevel {
  if (years <= 1) return 'near'
  return years <= 10 ? 'decade' : 'apart'
}
