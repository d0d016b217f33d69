/** A day as a chat wrote it: three numbers and what stands between them. */
export interface WrittenDay {
  readonly numbers: readonly [number, number, number]
  readonly between: string
  readonly hasHalves: boolean
}

export type DayOrder = 'year-first' | 'day-first' | 'month-first'

export interface Order {
  readonly order: DayOrder
  /** Nothing in the file says whether 3/4 is in March or in April. */
  readonly isGuess: boolean
}

/**
 * In which order a file writes its days, which no two phones do alike: by a number that can be no month, else by the
 * order in which messages follow one another, else by how such days are mostly written.
 */
export function orderOf(days: readonly WrittenDay[]): Order {
  const [first] = days
  if (!first || first.numbers[0] > 31) return { order: 'year-first', isGuess: false }
  if (days.some(({ numbers }) => numbers[0] > 12)) return { order: 'day-first', isGuess: false }
  if (days.some(({ numbers }) => numbers[1] > 12)) return { order: 'month-first', isGuess: false }
  const fallsBack = (order: DayOrder) => {
    const written = days.map((day) => dayIn(day, order) ?? '')
    return written.some((day, at) => at > 0 && day < (written[at - 1] ?? ''))
  }
  const [byDay, byMonth] = [fallsBack('day-first'), fallsBack('month-first')]
  if (byDay !== byMonth) return { order: byDay ? 'month-first' : 'day-first', isGuess: false }
  const isAmerican = first.between === '/' && first.hasHalves
  return { order: isAmerican ? 'month-first' : 'day-first', isGuess: true }
}

/** `2026-03-12`; null where there is no such day. */
export function dayIn({ numbers }: WrittenDay, order: DayOrder): string | null {
  const [year, month, day] = inOrder(numbers, order)
  const whole = year < 100 ? 2000 + year : year
  if (month < 1 || month > 12 || day < 1 || day > daysOf(month, whole)) return null
  return `${whole}-${twoDigits(month)}-${twoDigits(day)}`
}

function daysOf(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function inOrder([a, b, c]: WrittenDay['numbers'], order: DayOrder): [number, number, number] {
  if (order === 'year-first') return [a, b, c]
  return order === 'day-first' ? [c, b, a] : [c, a, b]
}
