/**
 * Words for days in five languages, folded (no case, no accents). Each language is tried by itself, so
 * that "morgen" and "mar" are never weighed against English.
 */
export interface DayLexicon {
  /** Sunday first; each a pattern without capturing groups. */
  readonly weekdays: readonly string[]
  /** Short ones, Sunday first, and the words that make them days: "by fri", "bis Fr", "el vie". */
  readonly short: { readonly days: readonly string[]; readonly behind: string }
  /** Before a phrase: this is when it is due. */
  readonly deadline: string
  /** Short words for one day, and how many days ahead it lies. */
  readonly near: readonly (readonly [pattern: string, days: number])[]
  /** What makes a weekday the one of next week ("next Friday"), before and after it. */
  readonly next: string
  readonly nextAfter: string
  readonly inSo: string
  readonly units: {
    readonly day: string
    readonly workday: string
    readonly week: string
    readonly month: string
    readonly hour: string
  }
  readonly nextWeek: string
  readonly nextMonth: string
  readonly thisWeek: string
  readonly thisMonth: string
  readonly weekend: string
  readonly endOf: string
  readonly startOf: string
  readonly middleOf: string
  /** Before the number of a day: "the 12th". */
  readonly theDay: string
  readonly afterNumber: string
  readonly months: readonly string[]
  readonly monthBefore: string
  readonly numbers: Readonly<Record<string, number>>
  /** For days gone by: "last Friday", "yesterday". */
  readonly past: readonly (readonly [pattern: string, days: number])[]
  /** What makes a weekday the one before, in front of it and behind it; empty where there is no such word. */
  readonly last: string
  readonly lastAfter: string
  /** "3 days ago": N stands for the number, D for days. */
  readonly ago: string
}

export type DayLanguage = 'en' | 'es' | 'fr' | 'de' | 'pt'
