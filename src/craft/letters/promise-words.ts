import type { Day } from '../../kit/days.ts'
import { weekdayInWords } from '../english.ts'

/** How English promises begin; other beginnings are no verb, or none we know. */
const verbs = new Set(
  (
    'ask book bring buy call check come connect copy do draft email find finish follow forward get give go help ' +
    'introduce invite join keep learn lend let listen look mail make meet mend order pass phone post practise ' +
    'practice prepare print put read recommend report return review ring scan send set share show sign speak ' +
    'start take talk tell test text thank think translate try update visit watch work write'
  ).split(' '),
)

const theirWords = new Set(['her', 'him', 'his'])

/** After "her", these show that it means a person: "send her the chapter", against "her handout". */
const afterPerson = new Set(
  'a an the my our this that these those some any two three about after again and at back before by for from how if in into of off on or over to until up what when where whether which who with'.split(
    ' ',
  ),
)

/**
 * What one promised, as one says it to them: "send her the chapter by Friday" is "send you the chapter".
 * The day is taken off the end, for the letter says it in its own way. Null where the words begin with no verb we
 * know, and are better left as they stand.
 */
export function promiseToYou(words: string): string | null {
  const bare = words
    .trim()
    .replace(/[.!]$/u, '')
    .replace(/^(?:i promise(?:d)? to|i will|i['’]ll|i|to|will) /iu, '')
  const [first = '', ...rest] = bare.split(/\s/u).filter((word) => word !== '')
  if (!verbs.has(first.toLowerCase())) return null
  const dayless = withoutDay([first.toLowerCase(), ...rest].join(' '))
  return namesSomebody(rest) ? dayless : toYou(dayless.split(' '))
}

/** A promise that names somebody else may speak of them; its "her" is left alone. */
function namesSomebody(words: readonly string[]): boolean {
  return words.some((word) => /^\p{Lu}\p{Ll}/u.test(word) && !isCalendarWord(word))
}

function toYou(words: readonly string[]): string {
  return words
    .map((word, index) => {
      if (!theirWords.has(word)) return word
      const next = words[index + 1]
      const person = word === 'him' || next === undefined || afterPerson.has(next.toLowerCase())
      return word !== 'his' && person ? 'you' : 'your'
    })
    .join(' ')
}

const calendarWord =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/iu
/** As they are written short; small letters say "sun" and "sat". */
const shortDay = /^(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)$/u
const beforeDay = new Set(['by', 'before', 'until', 'till', 'on'])
const relativeDays = new Set(['today', 'tonight', 'tomorrow', 'week', 'weekend', 'month'])
const aroundDay = new Set(['the', 'this', 'next', 'end', 'of', 'at', 'latest'])

/** "by Friday", "on the 15th", "tomorrow", "next week": taken off the end, where a day is usually said. */
export function withoutDay(words: string): string {
  const all = words.split(' ')
  const tail = all.findLastIndex((word) => !isOfDay(word)) + 1
  const end = all.slice(tail).some(isDayWord) ? tail : all.length
  const last = beforeDay.has(all[end - 1]?.toLowerCase() ?? '') && end < all.length ? end - 1 : end
  return all.slice(0, last).join(' ').replace(/,$/u, '')
}

function isDayWord(word: string): boolean {
  const bare = word.replace(/[,.]$/u, '')
  return isCalendarWord(bare) || relativeDays.has(bare.toLowerCase()) || /^\d/u.test(bare)
}

function isCalendarWord(word: string): boolean {
  return calendarWord.test(word) || shortDay.test(word)
}

function isOfDay(word: string): boolean {
  return isDayWord(word) || aroundDay.has(word.toLowerCase())
}

/** Whether a text says the day, by its weekday or its number: "by sunday", "by Sun", "15 March", "on the 15th". */
export function saysDay(text: string, day: Day): boolean {
  const weekday = weekdayInWords(day)
  return (
    text.toLowerCase().includes(weekday.toLowerCase()) ||
    text.split(/[^\p{L}]+/u).some((word) => shortDay.test(word) && weekday.startsWith(word)) ||
    new RegExp(`\\b${Number(day.slice(8))}(?:st|nd|rd|th)?\\b`, 'u').test(text)
  )
}
