export interface Part {
  readonly at: number
  readonly text: string
  readonly matches: boolean
}

/** A text cut into what was looked for and what stands between; spans may overlap or lie outside. */
export function matchedParts(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): Part[] {
  const parts: Part[] = []
  let at = 0
  const put = (end: number, matches: boolean): void => {
    if (end > at) parts.push({ at, text: text.slice(at, end), matches })
    at = Math.max(at, end)
  }
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    put(Math.min(start, text.length), false)
    put(Math.min(end, text.length), true)
  }
  put(text.length, false)
  return parts
}
