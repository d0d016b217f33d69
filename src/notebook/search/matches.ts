import { fold, wordsOf } from '../../kit/text.ts'
import { alike } from '../people/name-search.ts'

export interface Match {
  readonly start: number
  readonly end: number
}

/** Where the words that were typed stand in a text, accents, case and one slip aside: UTF-16 offsets, end exclusive. */
export function matchesIn(text: string, typed: readonly string[]): Match[] {
  const matches: Match[] = []
  const words = wordsOf(text)
  // Where something stands as it was typed, nothing that only looks like it is meant.
  const slipped = typed.filter((one) => !words.some((word) => word.startsWith(one)))
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const word = fold(found[0])
    const fit = typed.find((one) => word.startsWith(one)) ?? slipped.find((one) => alike(one, word))
    if (fit === undefined) continue
    const length = word.startsWith(fit) ? lettersFor(found[0], fit) : found[0].length
    matches.push({ start: found.index, end: found.index + length })
  }
  return matches
}

/** How much of a word as written is the beginning that was typed: "Kov" of "Kováč" also where letters fold to two. */
function lettersFor(written: string, typed: string): number {
  let length = 0
  for (const letter of written) {
    if (fold(written.slice(0, length)).length >= typed.length) break
    length += letter.length
  }
  const marks = /^\p{M}+/u.exec(written.slice(length))
  return length + (marks?.[0].length ?? 0)
}
