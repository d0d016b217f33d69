import * as de from 'chrono-node/de'
import * as en from 'chrono-node/en'
import * as es from 'chrono-node/es'
import * as fr from 'chrono-node/fr'
import * as pt from 'chrono-node/pt'
import { type Day, isDay } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import type { DayLanguage } from './day-lexicon.ts'
import { dayLanguages, dayLexicons } from './day-lexicons.ts'
import type { FoundDay } from './day-phrases.ts'

const numeric = /\d[./-]\d/

/** The beginnings of the months, by language: chrono is slow, and asked only where one of them stands by a number. */
const months = new Map(
  dayLanguages.map((language) => [
    language,
    new RegExp(
      dayLexicons[language].months
        .flatMap((names) => names.split('|').map((name) => name.slice(0, 3)))
        .join('|'),
    ),
  ]),
)

/** Where and in which language to look. */
export interface Search {
  readonly from: Day
  readonly language: DayLanguage
  /** "12/04" is December where the zone is of the United States or unknown, and April elsewhere. */
  readonly zone: string | null
  /** Whether a day without a year is the coming one, as in a promise, or the nearest. */
  readonly yearLeftOut?: 'coming' | 'nearest'
}

/** Days written with their month: "12 April", "2026-04-12", "12/04", "le 3 mai". A year left out is the coming one. */
export function writtenDaysIn(words: string, search: Search): FoundDay[] {
  if (!namesADate(words, search.language)) return []
  return parserOf(search, words)
    .parse(
      words,
      { instant: noonOf(search.from), timezone: 0 },
      { forwardDate: search.yearLeftOut !== 'nearest' },
    )
    .flatMap(({ index, text, start }) => {
      const isNamed =
        start.isCertain('day') && start.isCertain('month') && namesADate(text, search.language)
      const day = isNamed ? dayFrom(start.get('year'), start.get('month'), start.get('day')) : null
      const end = index + text.length
      return day === null
        ? []
        : { day, start: index, end, language: search.language, isWeekday: false }
    })
}

/** Not "in 3 days" or "within 48 hours", which are said rather than written. */
function namesADate(words: string, language: DayLanguage): boolean {
  if (!/\d/.test(words)) return false
  return numeric.test(words) || months.get(language)?.test(fold(words)) === true
}

function parserOf({ language, zone }: Search, words: string): Pick<typeof en.casual, 'parse'> {
  if (language !== 'en') return { es, fr, de, pt }[language].casual
  const isMonthFirst = (zone === null || isOfUnitedStates(zone)) && !/\d\.\d/.test(words)
  return isMonthFirst ? en.casual : en.GB
}

const unitedStates =
  /^(?:US\/|Pacific\/Honolulu|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage|Boise|Juneau|Indiana|Kentucky|North_Dakota))/

function isOfUnitedStates(zone: string): boolean {
  return unitedStates.test(zone)
}

function dayFrom(...parts: readonly (number | null)[]): Day | null {
  const text = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
  return isDay(text) ? text : null
}

/** chrono-node counts from a Date; noon in UTC keeps the zone of the machine out of it. */
function noonOf(day: Day): Date {
  // oxlint-disable-next-line no-restricted-globals -- the one bridge to a library that asks for it
  return new Date(`${day}T12:00:00Z`)
}
