import { addDays, type Day } from '../../kit/days.ts'
import {
  addMonths,
  addWorkdays,
  atMiddle,
  comingDate,
  comingDayOfMonth,
  comingMonth,
  comingWeekday,
  endOfWeek,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  monthAlone,
} from './day-arithmetic.ts'
import type { DayLanguage, DayLexicon } from './day-lexicon.ts'
import { dayLexicons } from './day-lexicons.ts'
import { numberIn, numberOf, plain, type Rule, whole } from './day-rules.ts'
import { shortRules, weekdayRules } from './weekday-rules.ts'

/**
 * Days that are said rather than written: "by Friday", "pasado mañana", "Ende der Woche", "daqui a 3 dias".
 * What each phrase means, counted from the day of the conversation:
 * 1. A weekday is the next one after that day, never the day itself; "next Friday" is the one of next week
 *    in English, French and German, the coming one in Spanish and Portuguese.
 * 2. "next week" is seven days on; its start is its Monday, its end its Friday.
 * 3. The end of a week is its Friday (its Sunday once Friday has passed), of a month its last day; the
 *    middle of a month is the 15th. A month alone is its first day, or its last if it is the present one.
 * 4. "the 12th" is the next 12th.
 * 5. Working days skip Saturdays and Sundays. 48 hours are two days.
 */
export interface FoundDay {
  readonly day: Day
  /** Where the phrase stands in the words. */
  readonly start: number
  readonly end: number
  readonly language: DayLanguage
  readonly isWeekday: boolean
}

/** Rules that need one of the same words; without any of them in the text none is tried, nor even made. */
interface Group {
  readonly needs: RegExp
  readonly rules: () => readonly Rule[]
}

/** Every phrase of one language in a folded text. */
export function phrasesIn(folded: string, from: Day, language: DayLanguage): FoundDay[] {
  const groups = groupsOf(language)
  if (!groups.some.test(folded)) return []
  return groups.all
    .filter(({ needs }) => needs.test(folded))
    .flatMap(({ rules }) => rules().flatMap((rule) => findings(folded, rule, { from, language })))
}

function findings(
  folded: string,
  rule: Rule,
  { from, language }: { from: Day; language: DayLanguage },
): FoundDay[] {
  return Array.from(folded.matchAll(rule.pattern)).flatMap((found) => {
    const day = rule.read(
      found.map((part) => part ?? ''),
      from,
    )
    if (day === null) return []
    const end = found.index + found[0].length
    return { day, start: found.index, end, language, isWeekday: rule.isWeekday ?? false }
  })
}

const smallWords =
  'the|next|this|on|el|la|los|le|au|dem|den|zum|a|o|ao|as|este|esta|proximo|proxima|nachsten|kommenden'

/** Whether the words before a place say that it is due then. */
export function isDeadline(foldedBefore: string, language: DayLanguage): boolean {
  return deadlineOf(language).test(foldedBefore.slice(-40))
}

/** Where the words that lead to a day begin: "by", "on the", "antes del". */
export function beforeDay(foldedBefore: string, language: DayLanguage): number {
  const near = foldedBefore.slice(-40)
  const lead = leadOf(language).exec(near)
  return foldedBefore.length - (lead?.[0].length ?? 0)
}

const leadOf = oncePerLanguage(
  (words) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:(?:${words.deadline}) )?(?:(?:${smallWords}) )*\\s*$`, 'u'),
)

const deadlineOf = oncePerLanguage(
  (words) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.deadline})(?: (?:${smallWords}))*\\s*$`, 'u'),
)
const groupsOf = oncePerLanguage((words, language) => {
  const all = groupsFor(words, language)
  return { all, some: anyOf(all.map(({ needs }) => needs.source)) }
})

function oncePerLanguage<Made>(
  make: (words: DayLexicon, language: DayLanguage) => Made,
): (language: DayLanguage) => Made {
  const made = new Map<DayLanguage, Made>()
  return (language) => {
    const known = made.get(language) ?? make(dayLexicons[language], language)
    made.set(language, known)
    return known
  }
}

function groupsFor(words: DayLexicon, language: DayLanguage): Group[] {
  const { units } = words
  const near = words.near.map(([pattern]) => pattern)
  const short = words.short.days.join('|')
  const counted = [units.day, units.workday, units.week, units.month, units.hour, 'fortnight']
  return [
    group(near, () => nearRules(words)),
    ...words.weekdays.map((name, weekday) =>
      group([language === 'en' ? name.slice(0, 3) : name], () =>
        weekdayRules(words, language, weekday),
      ),
    ),
    group([`(?:${words.short.behind}) (?:${short})`, ` (?:${short})\\.?[^\\p{L}]*$`], () =>
      words.short.days.flatMap((name, weekday) => shortRules(words, language, { name, weekday })),
    ),
    group(counted, () => countedRules(words)),
    group([units.week, words.weekend, 'eow'], () => weekRules(words)),
    group([units.month, 'eom'], () => wholeMonthRules(words)),
    ...words.months.map((name, month) => group([name], () => monthRules(words, name, month))),
    group(['\\d'], () => dayOfMonthRules(words, language)),
  ]
}

function group(needs: readonly string[], make: () => Rule[]): Group {
  let made: readonly Rule[] | null = null
  return { needs: anyOf(needs), rules: () => (made ??= make()) }
}

function nearRules(words: DayLexicon): Rule[] {
  return words.near.map(([pattern, days]) => plain(pattern, (from) => addDays(from, days)))
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'u')
}

function countedRules(words: DayLexicon): Rule[] {
  const { day, workday, week, month, hour } = words.units
  const lead = `(?:${words.inSo}) (?:(?:the next|los proximos|les|die nachsten|os proximos) )?${numberIn(words)}`
  const counted = (unit: string, read: (from: Day, count: number) => Day): Rule => ({
    pattern: whole(`${lead} (?:${unit})`),
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
  const nextWeek = `(?:de |da |of |der )?(?:${words.nextWeek})`
  return [
    plain(words.nextWeek, (from) => addDays(from, 7)),
    plain(`(?:${words.startOf}) ${nextWeek}`, (from) => addDays(mondayOf(from), 7)),
    plain(`(?:${words.endOf}) ${nextWeek}`, (from) => addDays(mondayOf(from), 11)),
    plain(`(?:${words.endOf}) (?:${words.thisWeek})`, endOfWeek),
    plain('this week|esta semana|cette semaine|diese woche|nesta semana', endOfWeek),
    plain('eow|(?:a )?finales de semana|en fin de semaine', endOfWeek),
    plain(words.weekend, (from) => comingWeekday(from, 6)),
  ]
}

const ofMonth = "(?:of |de |d')?"

function wholeMonthRules(words: DayLexicon): Rule[] {
  return [
    plain(`(?:${words.endOf}) ${ofMonth}(?:${words.thisMonth})`, lastOfMonth),
    plain(`(?:${words.endOf}) ${ofMonth}(?:${words.nextMonth})`, (from) =>
      lastOfMonth(addMonths(firstOfMonth(from), 1)),
    ),
    plain(`(?:${words.startOf}) ${ofMonth}(?:${words.nextMonth})`, (from) =>
      addMonths(firstOfMonth(from), 1),
    ),
    plain(words.nextMonth, (from) => addMonths(from, 1)),
    plain('monatsende|month[- ]end|eom', lastOfMonth),
  ]
}

function monthRules(words: DayLexicon, name: string, month: number): Rule[] {
  return [
    plain(`(?:${words.endOf}) ${ofMonth}(?:${name})`, (from) =>
      lastOfMonth(comingMonth(from, month)),
    ),
    plain(`(?:${words.middleOf})[- ]${ofMonth}(?:${name})`, (from) => atMiddle(from, month)),
    plain(`(?:${words.startOf}) ${ofMonth}(?:${name})`, (from) => comingMonth(from, month)),
    plain(`(?<=(?:${words.monthBefore}) )(?:${name})(?!\\.? ?\\d)`, (from) =>
      monthAlone(from, month),
    ),
  ]
}

function dayOfMonthRules(words: DayLexicon, language: DayLanguage): Rule[] {
  const isMarked = language === 'en' || language === 'de'
  const number = `(\\d{1,2})${isMarked ? words.afterNumber : ''}(?![\\p{L}\\p{N}]|[.:/-]\\d)`
  const end = isMarked ? '' : '(?=\\s*(?:$|[.,;:!)]|y |e |et |a las ))'
  const theDay: Rule = {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.theDay}) ${number}${end}`, 'gu'),
    read: (parts, from) => comingDayOfMonth(from, Number(parts[1])),
  }
  if (language !== 'de') return [theDay]
  const dotted: Rule = {
    pattern: /(?<![\d.])(\d{1,2})\. ?(\d{1,2})\.(?!\d)/gu,
    read: (parts, from) => comingDate(from, Number(parts[2]), Number(parts[1])),
  }
  return [theDay, dotted]
}
