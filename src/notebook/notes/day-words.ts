import * as de from 'chrono-node/de'
import * as en from 'chrono-node/en'
import * as es from 'chrono-node/es'
import * as fr from 'chrono-node/fr'
import * as pt from 'chrono-node/pt'
import { addDays, type Day, isDay } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import { type DayLanguage, dayLexicons } from './day-lexicon.ts'
import { type FoundDay, isDeadline, phrasesIn } from './day-phrases.ts'

/**
 * Which day a promise names, seen from the day of the conversation. Never a day before it.
 * 1. Said days are read by day-phrases.ts, written ones ("12 April", "2026-04-12", "12/04") by chrono-node.
 * 2. The language given is tried alone if it finds a day; else English, Spanish, French, German, Portuguese.
 * 3. What a deadline word leads ("by", "antes de", "d'ici", "bis", "até") wins, then what stands first,
 *    then what is longer, then the language earlier in that order.
 */
export type DayReader = (words: string, from: Day, hints: DayHints) => Day | null

export interface DayHints {
  readonly lang: string | null
  /** "12/04" is December where the zone is of the United States or unknown, and April elsewhere. */
  readonly zone: string | null
}

const languages = ['en', 'es', 'fr', 'de', 'pt'] as const satisfies readonly DayLanguage[]

/** Days in the past are dropped, and words beyond this length are not searched. */
const longestWords = 2000

export const readDay: DayReader = (words, from, hints) => {
  const text = words.slice(0, longestWords)
  const own = languages.find((language) => hints.lang?.toLowerCase().startsWith(language))
  if (own !== undefined) {
    const day = bestDay(text, { from, languages: [own], zone: hints.zone })
    if (day !== null) return day
  }
  return bestDay(text, { from, languages, zone: hints.zone })
}

/** The same words looking back: "yesterday", "el lunes", "letzten Freitag" of how people met. */
export function readDayGone(words: string, upTo: Day): Day | null {
  const folded = plainText(words.slice(0, longestWords))
  for (const language of languages) {
    for (const [pattern, days] of dayLexicons[language].past) {
      if (new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u').test(folded))
        return addDays(upTo, days)
    }
  }
  return null
}

interface Search {
  readonly from: Day
  readonly languages: readonly DayLanguage[]
  readonly zone: string | null
}

function bestDay(words: string, search: Search): Day | null {
  const folded = plainText(words)
  const found = search.languages.flatMap((language) => {
    const written = writtenIn(words, language, search)
    const said = phrasesIn(folded, search.from, language).filter(
      (phrase) => !isPartOf(phrase, written),
    )
    return [...written, ...said].map((day) => ({
      ...day,
      due: isDeadline(folded.slice(0, day.start), language),
    }))
  })
  const ahead = found.filter(({ day }) => day >= search.from)
  ahead.sort((a, b) => Number(b.due) - Number(a.due) || a.start - b.start || b.end - a.end)
  return ahead[0]?.day ?? null
}

/** "Sunday 15 March" is one day, not two. */
function isPartOf(phrase: FoundDay, written: readonly FoundDay[]): boolean {
  return written.some(
    (date) =>
      (phrase.start >= date.start - 1 && phrase.end <= date.end + 1) ||
      (phrase.weekday && date.start >= phrase.end && date.start - phrase.end <= 6),
  )
}

/** Folded, but with apostrophes straight, and nearly at the same offsets as what was typed. */
function plainText(words: string): string {
  return fold(words.replaceAll(/[’ʼ]/g, "'"))
}

const looksWritten =
  /\d{1,4}(?:[./-]\d{1,2}|(?:st|nd|rd|th|er|\.|º)?,?\s*(?:of|de|d['’])?\s*\p{L}{3,})|\p{L}{3,}\.?\s+\d/u

function writtenIn(words: string, language: DayLanguage, search: Search): FoundDay[] {
  if (!looksWritten.test(words)) return []
  return parserOf(language, words, search.zone)
    .parse(words, { instant: noonOf(search.from), timezone: 0 }, { forwardDate: true })
    .flatMap(({ index, text, start }) => {
      const named = start.isCertain('day') && start.isCertain('month') && /\d/.test(text)
      const year = start.get('year')
      if (!named || year === null || !namesADate(text)) return []
      const day = dayOf(year, start.get('month'), start.get('day'))
      return day === null
        ? []
        : [{ day, start: index, end: index + text.length, language, weekday: false }]
    })
}

/** Not "in 3 days" or "within 48 hours", which are said rather than written. */
function namesADate(text: string): boolean {
  return /\d[./-]\d/.test(text) || monthNames.test(fold(text))
}

const monthNames = new RegExp(
  languages
    .flatMap((language) =>
      dayLexicons[language].months.flatMap((name) => name.split('|').map((one) => one.slice(0, 3))),
    )
    .join('|'),
)

function parserOf(
  language: DayLanguage,
  words: string,
  zone: string | null,
): { parse: typeof en.parse } {
  if (language !== 'en') return { es, fr, de, pt }[language]
  const monthFirst = (zone === null || isOfUnitedStates(zone)) && !/\d\.\d/.test(words)
  return monthFirst ? en.casual : en.GB
}

function isOfUnitedStates(zone: string): boolean {
  return /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage|Boise|Indiana|Kentucky|North_Dakota|Juneau)|Pacific\/Honolulu)/.test(
    zone,
  )
}

function dayOf(year: number, month: number | null, date: number | null): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(text) ? text : null
}

// chrono-node counts from a Date; noon in UTC keeps the host's zone out of it.
// oxlint-disable-next-line no-restricted-globals -- the one bridge to a library that asks for it
function noonOf(day: Day): Date {
  // oxlint-disable-next-line no-restricted-globals -- as above
  return new Date(`${day}T12:00:00Z`)
}
