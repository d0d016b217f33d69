import { weekdayOf, type Day } from '../kit/days.ts'

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
