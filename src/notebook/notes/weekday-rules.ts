import { addDays, type Day } from '../../kit/days.ts'
import { comingWeekday, weekdayNextWeek } from './day-arithmetic.ts'
import type { DayLanguage, DayLexicon } from './day-lexicon.ts'
import { numberIn, numberOf, onWeekday, type Rule } from './day-rules.ts'

/** Weekdays, by their names and by their short ones. */

export function weekdayRules(words: DayLexicon, language: DayLanguage, weekday: number): Rule[] {
  const name = words.weekdays[weekday] ?? ''
  return [
    onWeekday(alone(name, language), (from) => comingWeekday(from, weekday)),
    onWeekday(ofNextWeek(words, name), (from) => weekdayNextWeek(from, weekday)),
    onWeekday(
      `(?:${name}) (?:${words.inSo}) ${numberIn(words)} (?:${words.units.week})`,
      (from, parts) => addDays(comingWeekday(from, weekday), 7 * numberOf(words, parts[1])),
    ),
    ...(language === 'en' ? englishWeekdayRules(words, name, weekday) : []),
  ]
}

/** A weekday by itself; in German the time of the day may be a part of it: "Dienstagabend". */
function alone(name: string, language: DayLanguage): string {
  if (language === 'pt') return cautious(name)
  return language === 'de' ? `(?:${name})(?:abend|fruh|morgen|(?:vor|nach)?mittag|nacht)?` : name
}

/** "next Friday", "Friday next week", "next week on Friday". */
function ofNextWeek(words: DayLexicon, name: string): string {
  const before = words.next === '' ? '' : `(?:${words.next}) (?:${name})|`
  return `${before}(?:${name}) (?:${words.nextAfter})|(?:${words.nextWeek}),?(?: on| am| el| le| na| no)? (?:${name})`
}

/** "segunda" is Monday in Portuguese and "second" in Spanish; alone it needs a neighbour that means a day. */
function cautious(name: string): string {
  const ordinal = name.split('|')[1]
  if (ordinal === undefined) return name
  const led = `(?<=(?:ate|ate a|na|nesta|esta|proxima|antes d[ea]|para|desta) )${ordinal}(?! (?:vez|parte|linha|fase|edicao|vuelta|ronda))`
  const other = /^(?:terca|quarta)$/.test(ordinal) ? 'a|uma' : 'la|una|a|uma'
  return `${ordinal}[- ]feira|${led}|(?<! (?:${other}) )${ordinal}(?= que vem|\\s*[.,;!]?\\s*$)|${ordinal}(?= (?:a|de|pela) (?:tarde|noite|manha))`
}

const end = '(?=\\s*[.,;!?]?\\s*$)'

/** Short weekdays need a neighbour: "by fri", "call her thu", "bis Fr", "na sex", but not "sat with her in the sun". */
export function shortRules(
  words: DayLexicon,
  language: DayLanguage,
  { name, weekday }: { readonly name: string; readonly weekday: number },
): Rule[] {
  // "mar" is the sea, "ter" to have: what is a word besides counts at the end alone.
  const isWord = /(?:mar|mer|so|ter|dom)$/.test(name)
  const led = `(?<=(?:${words.short.behind}) )(?:${name})${isWord ? end : ''}`
  const coming = (from: Day) => comingWeekday(from, weekday)
  if (language !== 'en') {
    const dotted = `${name}(?=\\.\\s*$)`
    return [onWeekday(isWord ? led : `${led}|${dotted}`, coming)]
  }
  const atTheEnd = weekday % 6 === 0 ? '' : `|(?:${name})${end}`
  return [
    onWeekday(`${led}${atTheEnd}`, coming),
    onWeekday(`next (?:${name})`, (from) => weekdayNextWeek(from, weekday)),
  ]
}

function englishWeekdayRules(words: DayLexicon, name: string, weekday: number): Rule[] {
  return [
    onWeekday(`${numberIn(words)} weeks? from (?:${name})`, (from, parts) =>
      addDays(comingWeekday(from, weekday), 7 * numberOf(words, parts[1])),
    ),
  ]
}
