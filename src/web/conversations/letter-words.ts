export type Family = 'said' | 'promise' | 'gap'

/** Words of a letter that came from a line of the notes, or a gap that is still to be filled. */
export interface FromNotes {
  readonly text: string
  readonly family: Family
}

/** A stretch of a letter, underlined or plain. */
export interface Stretch {
  /** Where it begins. */
  readonly from: number
  readonly text: string
  readonly family: Family | null
}

/** The letter cut where words from the notes begin and end; each is found once, the first where it stands. */
export function stretchesOf(body: string, pieces: readonly FromNotes[]): Stretch[] {
  const found = pieces
    .map(({ text, family }) => ({ at: text === '' ? -1 : body.indexOf(text), text, family }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at || other.text.length - one.text.length)
  const stretches: Stretch[] = []
  let end = 0
  for (const { at, text, family } of found) {
    if (at < end) continue
    if (at > end) stretches.push({ from: end, text: body.slice(end, at), family: null })
    stretches.push({ from: at, text, family })
    end = at + text.length
  }
  if (end < body.length) stretches.push({ from: end, text: body.slice(end), family: null })
  return stretches
}
