import type { Day } from '../../kit/days.ts'
import type { DayLexicon } from './day-lexicon.ts'

/** A pattern of folded words, and which day it is, counted from a day. */
export interface Rule {
  readonly pattern: RegExp
  readonly isWeekday?: boolean
  readonly read: (parts: readonly string[], from: Day) => Day | null
}

export function whole(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])(?!'s)`, 'gu')
}

export function plain(pattern: string, read: (from: Day) => Day | null): Rule {
  return { pattern: whole(pattern), read: (_parts, from) => read(from) }
}

export function onWeekday(
  pattern: string,
  read: (from: Day, parts: readonly string[]) => Day,
): Rule {
  return { pattern: whole(pattern), isWeekday: true, read: (parts, from) => read(from, parts) }
}

export function numberIn(words: DayLexicon): string {
  return `(\\d{1,3}|${Object.keys(words.numbers).join('|')})`
}

export function numberOf(words: DayLexicon, text = ''): number {
  return words.numbers[text] ?? Number(text)
}
