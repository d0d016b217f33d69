import { wordsOf } from '../../kit/text.ts'

const reach = 6

/**
 * The keys under which a word of a name is found although a letter is wrong: its first six letters, and these with any
 * one letter left out. Two words whose keys meet are at most two slips apart at their beginnings; `alike` decides.
 */
export function variantsOf(word: string): string[] {
  const letters = [...word].slice(0, reach)
  if (letters.length < 3) return [letters.join('')]
  const without = letters.map((_, at) => letters.toSpliced(at, 1).join(''))
  return [...new Set([letters.join(''), ...without])]
}

/** Whether what was typed is the beginning of the word, or would be but for one slip (two from eight letters on). */
export function alike(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true
  if (typed.length < 3) return false
  const allowed = typed.length >= 8 ? 2 : 1
  const lengths = [typed.length, typed.length + 1, typed.length - 1]
  return lengths.some((length) => slips(typed, word.slice(0, length)) <= allowed)
}

/** How many letters were changed, added, left out or swapped with their neighbour (Damerau-Levenshtein, adjacent swaps). */
export function slips(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => rows[i]?.[j] ?? j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const plain = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      rows[i]?.push(swapped ? Math.min(plain, at(i - 2, j - 2) + 1) : plain)
    }
  }
  return at(a.length, b.length)
}

/** All the words by which somebody may be looked for by name. */
export function nameWordsOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap(wordsOf))].filter((word) => word.length <= 60)
}
