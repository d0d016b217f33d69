import { type Day, weekdayOf } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import { goneWeekday } from './day-arithmetic.ts'
import { dayLanguages, dayLexicons } from './day-lexicons.ts'
import { readDayGone } from './day-words.ts'
import { writtenDaysIn } from './written-days.ts'

/** Days of the week in the words about a meeting, in five languages. What was met has been: the day looks back. */

const byWeekday = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  dayLanguages.map((language) => dayLexicons[language].weekdays[day]).join('|'),
)
const anyWeekday = new RegExp(`^(?:${byWeekday.join('|')})$`, 'u')
const behindOn = byWeekday.map(
  (names) =>
    new RegExp(`(?:^|(?<![\\p{L}])(?:on|el|este|le|ce|am|na|no) )(?:${names}) (\\p{L}+)`, 'u'),
)
const atTheEnd = byWeekday.map(
  (names) => new RegExp(`(?<![\\p{L}])(?:on|el|am|na|no) (?:${names})$`, 'u'),
)
const ahead = /^(?:next|que|proximo|proxima|prochain|prochaine|nachste)/

export function isWeekday(folded: string): boolean {
  return anyWeekday.test(folded)
}

/** The day of a meeting, as its words tell it: "yesterday", "on 5 March", "el lunes"; null where they tell none. */
export function dayMet(words: string, today: Day): Day | null {
  return readDayGone(words, today) ?? writtenDayMet(words, today) ?? weekdayMet(words, today)
}

function writtenDayMet(words: string, today: Day): Day | null {
  for (const language of dayLanguages) {
    const search = { from: today, language, zone: null, yearLeftOut: 'nearest' } as const
    const gone = writtenDaysIn(words.slice(0, 300), search).find(({ day }) => day <= today)
    if (gone) return gone.day
  }
  return null
}

/** "Monday I met Carla", "el lunes conocí a Nico": the last such day, today included; null where none is named. */
function weekdayMet(words: string, today: Day): Day | null {
  const sentence =
    fold(words.slice(0, 300))
      .split(/[,.;:(]/u)[0]
      ?.trim() ?? ''
  const weekday = byWeekday.findIndex((_names, day) => {
    const behind = behindOn[day]?.exec(sentence)?.[1]
    const isGone = behind !== undefined && !ahead.test(behind)
    return isGone || atTheEnd[day]?.test(sentence) === true
  })
  if (weekday === -1) return null
  return weekdayOf(today) === weekday ? today : goneWeekday(today, weekday)
}
