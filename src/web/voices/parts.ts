/** A place in a transcript: offsets are UTF-16, the end exclusive. */
export interface Place {
  readonly turn: number
  readonly start: number
  readonly lastTurn: number
  readonly end: number
}

export interface Part<Quoted extends Place> {
  readonly text: string
  readonly at: number
  /** The line that was taken from here. */
  readonly quoted: Quoted | null
}

/** The words of a turn, with those apart that lines of the note were taken from; the first of two that overlap counts. */
export function partsOf<Quoted extends Place>(
  turn: { readonly number: number; readonly text: string },
  quotations: readonly Quoted[],
): Part<Quoted>[] {
  const { number, text } = turn
  const spans = quotations
    .filter((one) => one.turn <= number && one.lastTurn >= number)
    .map((quoted) => ({
      quoted,
      from: quoted.turn === number ? quoted.start : 0,
      to: quoted.lastTurn === number ? Math.min(quoted.end, text.length) : text.length,
    }))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from)
  const parts: Part<Quoted>[] = []
  let at = 0
  for (const { quoted, from, to } of spans) {
    if (from < at) continue
    if (from > at) parts.push({ text: text.slice(at, from), at, quoted: null })
    parts.push({ text: text.slice(from, to), at: from, quoted })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), at, quoted: null })
  return parts
}
