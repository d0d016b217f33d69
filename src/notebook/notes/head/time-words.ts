import { dayLanguages, dayLexicons } from '../day-lexicons.ts'

/** Weekdays, months and words for one day, folded, in five languages. */

export const weekdays: ReadonlyMap<string, number> = new Map(
  dayLanguages.flatMap((language) =>
    dayLexicons[language].weekdays.flatMap((names, day) =>
      names.split('|').map((name) => [name, day] as const),
    ),
  ),
)

const months = new Set(
  dayLanguages.flatMap((language) =>
    dayLexicons[language].months.flatMap((names) => names.split('|')),
  ),
)

export const dayWords: ReadonlySet<string> = new Set(
  "yesterday yday yest today tonight ayer anoche anteayer hoy hier aujourd'hui avant-hier gestern vorgestern heute ontem anteontem hoje".split(
    ' ',
  ),
)

export function isTime(folded: string): boolean {
  return months.has(folded) || weekdays.has(folded) || dayWords.has(folded)
}
