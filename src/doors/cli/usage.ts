/** The nearest of the known words, if one is near enough to be meant. */
function nearest(word: string, known: readonly string[]): string | null {
  const scored = known
    .map((one) => ({ one, distance: one.startsWith(word) ? 0.5 : distanceBetween(word, one) }))
    .toSorted((a, b) => a.distance - b.distance)
  const best = scored[0]
  return best && best.distance <= Math.max(2, word.length / 3) ? best.one : null
}

export function didYouMean(word: string, known: readonly string[]): string | null {
  const near = nearest(word.slice(0, 60), known)
  return near === null ? null : `Did you mean ${near}?`
}

/** How many letters must be added, taken out, changed, or swapped with their neighbour. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (beforeLast[j - 2] ?? Infinity) + 1 : Infinity
      row.push(Math.min(change, swap, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? Infinity
}
