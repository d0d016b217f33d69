import { addDays, type Day, daysBetween, isDay, weekdayOf } from '../../kit/days.ts'
import { type DayLanguage, type DayLexicon, dayLexicons } from './day-lexicon.ts'

/**
 * Days that are said rather than written: "by Friday", "pasado mañana", "Ende der Woche", "daqui a 3 dias".
 * What each phrase means, counted from the day of the conversation:
 * 1. A weekday is the next one after that day, never the day itself; "next Friday" is the one of next week
 *    in English, German and French, the coming one in Spanish and Portuguese.
 * 2. "next week" is seven days on; its start is its Monday, its end its Friday.
 * 3. The end of a week is its Friday (its Sunday once Friday has passed), of a month its last day; the
 *    middle of a month is the 15th.
 * 4. "the 12th" is the next 12th. A month alone is its first day, or its last if it is the present one.
 * 5. Working days skip Saturdays and Sundays. 48 hours are two days.
 */
export interface FoundDay {
  readonly day: Day
  readonly start: number
  readonly end: number
  readonly language: DayLanguage
  readonly weekday: boolean
}

interface Rule {
  readonly pattern: RegExp
  readonly weekday?: boolean
  readonly read: (parts: readonly string[], from: Day) => Day | null
}

/** Every phrase of one language in a folded text. */
export function phrasesIn(folded: string, from: Day, language: DayLanguage): FoundDay[] {
  return rulesOf(language).flatMap((rule) =>
    Array.from(folded.matchAll(rule.pattern), (found) => {
      const parts = found.map((part) => part ?? '')
      const day = rule.read(parts, from)
      const start = found.index
      return { day, start, end: start + found[0].length, language, weekday: rule.weekday ?? false }
    }).flatMap((found) => (found.day === null ? [] : [{ ...found, day: found.day }])),
  )
}

/** Whether the words before a place say that it is due then. */
export function isDeadline(foldedBefore: string, language: DayLanguage): boolean {
  return deadlineOf(language).test(foldedBefore.slice(-40))
}

const rules = new Map<DayLanguage, readonly Rule[]>()
function rulesOf(language: DayLanguage): readonly Rule[] {
  const known = rules.get(language)
  if (known) return known
  const made = makeRules(dayLexicons[language], language)
  rules.set(language, made)
  return made
}

const deadlines = new Map<DayLanguage, RegExp>()
function deadlineOf(language: DayLanguage): RegExp {
  const small =
    'the|next|this|on|el|la|los|le|au|dem|den|zum|a|o|ao|as|este|esta|proximo|proxima|nachsten|kommenden'
  const made =
    deadlines.get(language) ??
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${dayLexicons[language].deadline})(?: (?:${small}))*\\s*$`,
      'u',
    )
  deadlines.set(language, made)
  return made
}

function whole(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])(?!'s)`, 'gu')
}

function makeRules(words: DayLexicon, language: DayLanguage): Rule[] {
  return [
    ...words.near.map(([pattern, days]) => plain(pattern, (from) => addDays(from, days))),
    ...weekdayRules(words, language),
    ...countedRules(words),
    ...weekRules(words),
    ...monthRules(words),
    ...dayOfMonthRules(words, language),
  ]
}

function plain(pattern: string, read: (from: Day) => Day | null): Rule {
  return { pattern: whole(pattern), read: (_parts, from) => read(from) }
}

function weekdayRules(words: DayLexicon, language: DayLanguage): Rule[] {
  return words.weekdays.flatMap((name, weekday): Rule[] => {
    const bare = language === 'pt' ? cautious(name) : name
    return [
      { pattern: whole(bare), weekday: true, read: (_parts, from) => comingWeekday(from, weekday) },
      {
        pattern: whole(followers(words, name)),
        weekday: true,
        read: (_parts, from) => weekdayNextWeek(from, weekday),
      },
      {
        pattern: whole(`(?:${name}) (?:${words.inSo}) ${count(words)} (?:${words.units.week})`),
        weekday: true,
        read: (parts, from) => addDays(comingWeekday(from, weekday), 7 * numberOf(words, parts[1])),
      },
      ...(language === 'en' ? englishWeekdays(words, name, weekday) : []),
    ]
  })
}

/** "next Friday", "Friday next week", "next week on Friday". */
function followers(words: DayLexicon, name: string): string {
  const before = words.next === '' ? '' : `(?:${words.next}) (?:${name})|`
  return `${before}(?:${name}) (?:${words.nextAfter})|(?:${words.nextWeek}),?(?: on| am| el| le| na| no)? (?:${name})`
}

/** "segunda" is Monday in Portuguese and "second" in Spanish; alone it needs a neighbour that says day. */
function cautious(name: string): string {
  const ordinal = /^[a-z]+$/.exec(name.split('|')[1] ?? '')?.[0]
  if (ordinal === undefined) return name
  const said = '(?:ate|ate a|na|nesta|esta|proxima|antes d[ea]|para|desta)'
  return `${ordinal}[- ]feira|(?<=${said} )${ordinal}(?! (?:vez|parte|linha|fase|edicao|vuelta|ronda))|(?<! (?:la|una|a|uma) )${ordinal}(?= que vem|\\s*[.,;!]?\\s*$)`
}

function englishWeekdays(words: DayLexicon, name: string, weekday: number): Rule[] {
  const short = ['sun', 'mon', 'tues?', 'weds?', 'thu(?:rs?)?', 'fri', 'sat'][weekday] ?? name
  const led = `(?<=(?:by|on|before|until|till|this|due) )(?:${short})`
  return [
    {
      pattern: whole(weekday % 6 === 0 ? led : `${led}|(?:${short})(?=\\s*[.,;!?]?\\s*$)`),
      weekday: true,
      read: (_parts, from) => comingWeekday(from, weekday),
    },
    {
      pattern: whole(`next (?:${short})`),
      weekday: true,
      read: (_parts, from) => weekdayNextWeek(from, weekday),
    },
    {
      pattern: whole(`${count(words)} weeks? from (?:${name})`),
      weekday: true,
      read: (parts, from) => addDays(comingWeekday(from, weekday), 7 * numberOf(words, parts[1])),
    },
  ]
}

function count(words: DayLexicon): string {
  return `(\\d{1,3}|${Object.keys(words.numbers).join('|')})`
}

function numberOf(words: DayLexicon, text = ''): number {
  return words.numbers[text] ?? Number(text)
}

function countedRules(words: DayLexicon): Rule[] {
  const { day, workday, week, month, hour } = words.units
  const counted = (unit: string, read: (from: Day, count: number) => Day): Rule => ({
    pattern: whole(
      `(?:${words.inSo}) (?:the next |los proximos |les |die nachsten )?${count(words)} (?:${unit})`,
    ),
    read: (parts, from) => read(from, numberOf(words, parts[1])),
  })
  return [
    counted(day, addDays),
    counted(workday, addWorkdays),
    counted(week, (from, weeks) => addDays(from, 7 * weeks)),
    counted(month, addMonths),
    counted(hour, (from, hours) => addDays(from, Math.floor(hours / 24))),
    plain('in a fortnight', (from) => addDays(from, 14)),
  ]
}

function weekRules(words: DayLexicon): Rule[] {
  const end = `(?:${words.endOf})`
  return [
    plain(words.nextWeek, (from) => addDays(from, 7)),
    plain(`(?:${words.startOf}) (?:${ofThe(words.nextWeek)})`, (from) =>
      addDays(mondayOf(from), 7),
    ),
    plain(`${end} (?:${ofThe(words.nextWeek)})`, (from) => addDays(mondayOf(from), 11)),
    plain(
      `${end} (?:${words.thisWeek})|this week|esta semana|cette semaine|diese woche|nesta semana`,
      endOfWeek,
    ),
    plain(words.weekend, (from) => comingWeekday(from, 6)),
  ]
}

function ofThe(phrase: string): string {
  return `(?:de |da |of |der )?(?:${phrase})`
}

function monthRules(words: DayLexicon): Rule[] {
  const end = `(?:${words.endOf}) (?:of |de |d')?`
  const middle = `(?:${words.middleOf})[- ](?:of |de |d')?`
  const start = `(?:${words.startOf}) (?:of |de |d')?`
  return [
    plain(`${end}(?:${words.thisMonth})`, (from) => lastOfMonth(from)),
    plain(`${end}(?:${words.nextMonth})`, (from) => lastOfMonth(addMonths(firstOfMonth(from), 1))),
    plain(`${start}(?:${words.nextMonth})`, (from) => addMonths(firstOfMonth(from), 1)),
    plain(words.nextMonth, (from) => addMonths(from, 1)),
    ...words.months.flatMap((name, month) => [
      plain(`${end}(?:${name})`, (from) => lastOfMonth(comingMonth(from, month))),
      plain(`${middle}(?:${name})`, (from) => after(from, dayIn(comingMonth(from, month), 15))),
      plain(`${start}(?:${name})`, (from) => comingMonth(from, month)),
      plain(`(?<=(?:${words.monthBefore}) )(?:${name})(?!\\.? ?\\d)`, (from) =>
        monthAlone(from, month),
      ),
    ]),
  ]
}

function dayOfMonthRules(words: DayLexicon, language: DayLanguage): Rule[] {
  const ends =
    language === 'en' || language === 'de' ? '' : '(?=\\s*(?:$|[.,;:!)]|y |e |et |a las ))'
  const number = `(\\d{1,2})${words.afterNumber === '' || language === 'fr' ? '' : words.afterNumber}`
  const rule: Rule = {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${words.theDay}) ${number}(?![\\p{L}\\p{N}]|[.:/-]\\d)${ends}`,
      'gu',
    ),
    read: (parts, from) => comingDayOfMonth(from, Number(parts[1])),
  }
  if (language !== 'de') return [rule]
  const written: Rule = {
    pattern: /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(?!\d)/gu,
    read: (parts, from) => comingDate(from, Number(parts[2]), Number(parts[1])),
  }
  return [rule, written]
}

function comingWeekday(from: Day, weekday: number): Day {
  return addDays(from, ((weekday - weekdayOf(from) + 6) % 7) + 1)
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}

function weekdayNextWeek(from: Day, weekday: number): Day {
  return addDays(mondayOf(from), 7 + ((weekday + 6) % 7))
}

function endOfWeek(from: Day): Day {
  const friday = addDays(mondayOf(from), 4)
  return daysBetween(from, friday) >= 0 ? friday : addDays(friday, 2)
}

function addWorkdays(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (weekdayOf(day) % 6 !== 0) left--
  }
  return day
}

/** Day of a year, a month from 0 that may run over, and a day of the month; null when there is none. */
function dayFrom(year: number, month: number, date: number): Day | null {
  const text = [year + Math.floor(month / 12), (month % 12) + 1, date]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
  return isDay(text) ? text : null
}

function partsOf(day: Day): {
  readonly year: number
  readonly month: number
  readonly date: number
} {
  return {
    year: Number(day.slice(0, -6)),
    month: Number(day.slice(-5, -3)) - 1,
    date: Number(day.slice(-2)),
  }
}

function dayIn(month: Day, date: number): Day {
  const { year, month: index } = partsOf(month)
  return dayFrom(year, index, date) ?? month
}

function firstOfMonth(day: Day): Day {
  return dayIn(day, 1)
}

function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day)
  const first = dayFrom(year, month + count, 1)
  if (first === null) return day
  return dayFrom(year, month + count, date) ?? lastOfMonth(first)
}

function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day)
  const next = dayFrom(year, month + 1, 1)
  return next === null ? day : addDays(next, -1)
}

/** The first of that month: of this year, or of the next when the month has passed. */
function comingMonth(from: Day, month: number): Day {
  const now = partsOf(from)
  return dayFrom(now.month > month ? now.year + 1 : now.year, month, 1) ?? from
}

function monthAlone(from: Day, month: number): Day {
  return partsOf(from).month === month ? lastOfMonth(from) : comingMonth(from, month)
}

function after(from: Day, day: Day): Day {
  if (daysBetween(from, day) >= 0) return day
  return addMonths(day, 12)
}

function comingDayOfMonth(from: Day, date: number): Day | null {
  const { year, month } = partsOf(from)
  for (let ahead = 0; ahead <= 12; ahead++) {
    const day = dayFrom(year, month + ahead, date)
    if (day !== null && daysBetween(from, day) > 0) return day
  }
  return null
}

function comingDate(from: Day, month: number, date: number): Day | null {
  if (month < 1 || month > 12) return null
  const { year } = partsOf(from)
  const day = dayFrom(year, month - 1, date)
  if (day !== null && daysBetween(from, day) >= 0) return day
  return dayFrom(year + 1, month - 1, date)
}
