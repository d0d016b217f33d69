import { betweenWords } from './merged.ts'
import type { Person } from './person.ts'

/** A line of the words shown, and the words that it is of; what stands between the words of two is of none. */
interface Line {
  readonly text: string
  readonly of: string | null
}

/**
 * The words of each record after the words of all, one behind the other, were edited as one text. A line stays where
 * it was; lines in the place of some that went are of the record these were of; what else is new goes to `home`.
 */
export function spreadWords(
  records: readonly Person[],
  home: Person,
  text: string,
): readonly Person[] {
  const all = [...new Set(records.map(({ words }) => words).filter((words) => words !== ''))]
  if (text === all.join(betweenWords)) return []
  const before = linesOf(all)
  const now = new Map(all.map((words) => [words, [] as string[]]))
  const fresh: string[] = []
  for (const { text: line, of } of ofRecords(before, text.split('\n'))) {
    if (of === null) fresh.push(line)
    else now.get(of)?.push(line)
  }
  return records.map((record) => {
    const own = record.words === '' ? [] : (now.get(record.words) ?? [])
    return { ...record, words: tidy(record === home ? [...own, ...fresh] : own) }
  })
}

function linesOf(all: readonly string[]): Line[] {
  return all.flatMap((words, at): Line[] => [
    ...(at > 0 ? [{ text: '', of: null }] : []),
    ...words.split('\n').map((text) => ({ text, of: words })),
  ])
}

function tidy(lines: readonly string[]): string {
  return lines.join('\n').replace(/^\n+|\n+$/g, '')
}

/** Whose each line of the new text is. */
function ofRecords(before: readonly Line[], now: readonly string[]): Line[] {
  const places = Map.groupBy(before.keys(), (at) => before[at]?.text)
  let reached = -1
  let waiting: string[] = []
  const found: Line[] = []
  const settle = (until: number) => {
    const gone = new Set(before.slice(reached + 1, until).flatMap(({ of }) => of ?? []))
    const [only] = gone
    const of = gone.size === 1 ? (only ?? null) : null
    found.push(...waiting.map((text) => ({ text, of })))
    waiting = []
  }
  for (const text of now) {
    const at = places.get(text)?.find((place) => place > reached)
    if (at === undefined) {
      waiting.push(text)
      continue
    }
    settle(at)
    found.push(before[at] ?? { text, of: null })
    reached = at
  }
  settle(before.length)
  return found
}
