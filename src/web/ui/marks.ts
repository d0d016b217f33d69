import { kindOfMark, type LineKind, type Mark } from '../../notebook/notes/marks.ts'

export type { LineKind, Mark }
export type MarkFamily = 'said' | 'leads' | 'promise'

/** The eight marks in the order of the chips and of the panel: what was said, where it leads, what was promised. */
export const marksInOrder: readonly Mark[] = ['"', '!', '=', '?', '+', '$', '>', '<']

const families: Readonly<Record<LineKind, MarkFamily>> = {
  quote: 'said',
  advice: 'said',
  fact: 'said',
  question: 'leads',
  referral: 'leads',
  lead: 'leads',
  mine: 'promise',
  theirs: 'promise',
}

export function familyOf(mark: Mark): MarkFamily {
  return families[kindOfMark[mark]]
}

/** The word for a mark in the message file: `t(wordOf('"'))` is "quote". */
export function wordOf(mark: Mark): `mark.${LineKind}` {
  return `mark.${kindOfMark[mark]}`
}
