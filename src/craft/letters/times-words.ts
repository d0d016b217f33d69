import { dayInLanguage, type Day } from '../../kit/days.ts'
import type { LetterLanguage } from './languages.ts'

/** One moment on two walls. */
export interface TimeForTwo {
  readonly theirs: { readonly day: Day; readonly clock: string; readonly zone: string }
  readonly mine: { readonly day: Day; readonly clock: string; readonly zone: string }
}

/** How each language says where a clock hangs, and that the same hour is another for whoever writes. */
const words: Readonly<
  Record<LetterLanguage, { readonly locale: string; readonly said: (told: Told) => string }>
> = {
  en: {
    locale: 'en-GB',
    said: ({ day, clock, place, mine }) =>
      `${day}, ${clock} in ${place}${mine && ` (${mine} for me)`}`,
  },
  es: {
    locale: 'es',
    said: ({ day, clock, place, mine }) =>
      `${day}, ${clock} en ${place}${mine && ` (${mine} para mí)`}`,
  },
  fr: {
    locale: 'fr',
    said: ({ day, clock, place, mine }) =>
      `${day}, ${clock} à ${place}${mine && ` (${mine} pour moi)`}`,
  },
  de: {
    locale: 'de',
    said: ({ day, clock, place, mine }) =>
      `${day}, ${clock} in ${place}${mine && ` (${mine} bei mir)`}`,
  },
  pt: {
    locale: 'pt',
    said: ({ day, clock, place, mine }) =>
      `${day}, ${clock} em ${place}${mine && ` (${mine} para mim)`}`,
  },
}

interface Told {
  readonly day: string
  readonly clock: string
  readonly place: string
  /** Empty where both look at the same clock. */
  readonly mine: string
}

/** "Tuesday 14 April, 10:00 in Lisbon (11:00 for me)", in the language of the letter. */
export function timeInWords({ theirs, mine }: TimeForTwo, language: LetterLanguage): string {
  const { locale, said } = words[language]
  const day = (one: Day) => dayInLanguage(one, locale).replace(',', '')
  const isSame = theirs.day === mine.day && theirs.clock === mine.clock
  const otherDay = theirs.day === mine.day ? '' : `${day(mine.day)}, `
  return said({
    day: day(theirs.day),
    clock: theirs.clock,
    place: placeInWords(theirs.zone),
    mine: isSame ? '' : `${otherDay}${mine.clock}`,
  })
}

/** "America/Argentina/Buenos_Aires" as people say it: "Buenos Aires". */
export function placeInWords(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
