import { daysBetween, weekdayOf, type Day } from '../kit/days.ts'

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const numbers = 'no one two three four five six seven eight nine ten'.split(' ')

/** "Thursday 12 March": how a day is said in a sentence. */
export function dayInWords(day: Day): string {
  return `${weekdayInWords(day)} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`
}

export function weekdayInWords(day: Day): string {
  return weekdays[weekdayOf(day)] ?? ''
}

/** "today", "Wednesday" within six days either way, else "Wednesday 11 March"; always so where today is not known. */
export function nearInWords(day: Day, today: Day | null): string {
  if (today === null) return dayInWords(day)
  const away = Math.abs(daysBetween(today, day))
  if (away === 0) return 'today'
  return away < 7 ? weekdayInWords(day) : dayInWords(day)
}

/** "today", "yesterday", "on Wednesday", "on Wednesday 11 March": when something happened, or will. */
export function onDayInWords(day: Day, today: Day | null): string {
  if (today === null) return `on ${dayInWords(day)}`
  const ahead = daysBetween(today, day)
  if (ahead === 0) return 'today'
  if (ahead === -1) return 'yesterday'
  return ahead === 1 ? 'tomorrow' : `on ${nearInWords(day, today)}`
}

/** Numbers as words to ten, as figures beyond; zero is "no", as in "no questions". */
export function numberInWords(count: number): string {
  return numbers[count] ?? String(count)
}

/** "three days", "one day"; the second word is for any number but one. */
export function countInWords(count: number, one: string, many = `${one}s`): string {
  return `${numberInWords(count)} ${count === 1 ? one : many}`
}

/** "Ruth", "Ruth and Samir", "Ruth, Samir and Ana". */
export function listInWords(words: readonly string[], joiner = 'and'): string {
  const last = words.at(-1)
  if (last === undefined || words.length === 1) return last ?? ''
  return `${words.slice(0, -1).join(', ')} ${joiner} ${last}`
}

/** The first letter large, the rest as it is: how a sentence begins. */
export function capitalized(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
