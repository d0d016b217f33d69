import { addDays, type Day } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import { goneWeekday } from './day-arithmetic.ts'
import type { DayLanguage, DayLexicon } from './day-lexicon.ts'
import { dayLanguages, dayLexicons } from './day-lexicons.ts'
import { beforeDay, type FoundDay, isDeadline, phrasesIn } from './day-phrases.ts'
import { writtenDaysIn } from './written-days.ts'

/**
 * Which day a promise names, seen from the day of the conversation; never a day before it.
 * 1. Said days are read by day-phrases.ts, written ones ("12 April", "2026-04-12") by chrono-node.
 * 2. The language given is tried alone if it finds a day; else English, Spanish, French, German, Portuguese.
 * 3. What a deadline word leads ("by", "antes de", "d'ici", "bis", "até") wins, then what stands first,
 *    then what is longer, then the language earlier in that order.
 */
export type DayReader = (words: string, from: Day, hints: DayHints) => Day | null

export interface DayHints {
  readonly lang: string | null
  readonly zone: string | null
}

/** Words beyond this length are not searched for a day, so that a line of a gigabyte costs no more than a page. */
const longestWords = 2000

export const readDay: DayReader = (words, from, hints) => findDay(words, from, hints)?.day ?? null

/**
 * The words of a promise without those at their end that say its day, for where the day is said beside them:
 * "send her the chapter by Friday" is "send her the chapter". As they are where they say it elsewhere, or another day.
 */
export function withoutDue(words: string, due: Day, from: Day, hints: DayHints): string {
  const found = findDay(words, from, hints)
  const folded = plainText(words)
  if (found?.day !== due || folded.length !== words.length) return words
  if (/[\p{L}\p{N}]/u.test(words.slice(found.end))) return words
  const start = beforeDay(folded.slice(0, found.start), found.language)
  return words.slice(0, start).replace(/[\s,;:(–—-]+$/u, '') || words
}

function findDay(words: string, from: Day, hints: DayHints): FoundDay | null {
  if (!isCountable(from)) return null
  const text = words.slice(0, longestWords)
  const own = dayLanguages.find((language) => hints.lang?.toLowerCase().startsWith(language))
  const day = own ? bestDay(text, from, { languages: [own], zone: hints.zone }) : null
  return day ?? bestDay(text, from, { languages: dayLanguages, zone: hints.zone })
}

/** Years with four digits on both sides of any promise. */
function isCountable(day: Day): boolean {
  return day > '1000' && day < '9000'
}

function bestDay(
  words: string,
  from: Day,
  hints: { languages: readonly DayLanguage[]; zone: string | null },
): FoundDay | null {
  const folded = plainText(words)
  const found = hints.languages.flatMap((language) => {
    const written = writtenDaysIn(words, { from, language, zone: hints.zone })
    const said = phrasesIn(folded, from, language).filter((phrase) => !isPartOf(phrase, written))
    return [...written, ...said]
  })
  const isDue = (day: FoundDay) => Number(isDeadline(folded.slice(0, day.start), day.language))
  return (
    found
      .filter((one) => one.day >= from && !isMonthFirstElsewhere(folded, one, hints))
      .toSorted((a, b) => isDue(b) - isDue(a) || a.start - b.start || b.end - a.end)[0] ?? null
  )
}

const notEnglish =
  /(?<!\p{L})(?:el|del|dia|le|du|au|am|vom|zum|den|bis|vor|ate|ao|a|o|no|em|antes|avant|d'ici|hasta|para|pour) +$/u

/** "el 3/6", "am 3/6": only English says the month first. */
function isMonthFirstElsewhere(
  folded: string,
  { start, language }: FoundDay,
  { languages }: { languages: readonly DayLanguage[] },
): boolean {
  const isEnglishAmongAll = language === 'en' && languages.length > 1
  return (
    isEnglishAmongAll &&
    /^\d/.test(folded.slice(start)) &&
    notEnglish.test(folded.slice(Math.max(0, start - 10), start))
  )
}

/** "Sunday 15 March" is one day, not two. */
function isPartOf(phrase: FoundDay, written: readonly FoundDay[]): boolean {
  return written.some((date) => {
    const overlaps = phrase.start < date.end && phrase.end > date.start
    return (
      overlaps || (phrase.isWeekday && date.start >= phrase.end && date.start - phrase.end <= 6)
    )
  })
}

/** Folded, but with apostrophes straight, and nearly at the same offsets as what was typed. */
function plainText(words: string): string {
  return fold(words.replaceAll(/[’ʼ]/g, "'"))
}

/** The day that the words about a meeting look back to: "yesterday", "el lunes pasado", "vor 3 Tagen". */
export function readDayGone(words: string, upTo: Day): Day | null {
  if (!isCountable(upTo)) return null
  const folded = plainText(words.slice(0, longestWords))
  for (const language of dayLanguages) {
    const day = goneIn(folded, upTo, dayLexicons[language])
    if (day !== null) return day
  }
  return null
}

function goneIn(folded: string, upTo: Day, words: DayLexicon): Day | null {
  const near = words.past.find(([pattern]) => contains(folded, pattern))
  if (near) return addDays(upTo, near[1])
  const number = `(\\d{1,3}|${Object.keys(words.numbers).join('|')})`
  const ago = contains(folded, words.ago.replaceAll('N', number).replaceAll('D', words.units.day))
  const count = ago?.find((part, index) => index > 0 && part !== undefined)
  if (count !== undefined) return addDays(upTo, -(words.numbers[count] ?? Number(count)))
  const weekday = words.weekdays.findIndex((name) => contains(folded, ofLastWeek(words, name)))
  return weekday === -1 ? null : goneWeekday(upTo, weekday)
}

function ofLastWeek(words: DayLexicon, name: string): string {
  const before = words.last === '' ? [] : [`(?:${words.last}) (?:${name})`]
  const behind = words.lastAfter === '' ? [] : [`(?:${name}) (?:${words.lastAfter})`]
  return [...before, ...behind].join('|')
}

const patterns = new Map<string, RegExp>()

/** A pattern as whole words; there are as many patterns as the lexicons hold, so each is made once. */
function contains(folded: string, pattern: string): RegExpExecArray | null {
  const made =
    patterns.get(pattern) ?? new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u')
  patterns.set(pattern, made)
  return made.exec(folded)
}
