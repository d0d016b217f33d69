import { wordsOf } from '../../kit/text.ts'

/** PostgreSQL searches at most a megabyte of text, and passes over words beyond 2 KB. */
const mostLetters = 200_000
const longestWord = 100

/** The words of a text as both databases search them; of a text beyond all measure, its beginning. */
export function searchText(text: string): string {
  return searchWords(text.slice(0, mostLetters)).join(' ').slice(0, mostLetters)
}

/** What was typed, as it is looked for in a text made by `searchText`. */
export function searchWords(text: string): string[] {
  return wordsOf(text).map((word) => word.slice(0, longestWord))
}
