import type { DayLanguage, DayLexicon } from './day-lexicon.ts'
import { english } from './days-in-english.ts'
import { french } from './days-in-french.ts'
import { german } from './days-in-german.ts'
import { portuguese } from './days-in-portuguese.ts'
import { spanish } from './days-in-spanish.ts'

/** In the order in which they are tried when nobody says which language it is. */
export const dayLanguages = ['en', 'es', 'fr', 'de', 'pt'] as const satisfies readonly DayLanguage[]

export const dayLexicons: Readonly<Record<DayLanguage, DayLexicon>> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
}
