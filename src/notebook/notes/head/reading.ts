import type { KnownNames } from '../names.ts'
import type { Sentence } from './tokens.ts'

/** A sentence, and whom the notebook knows. */
export interface Reading extends Sentence {
  readonly known: KnownNames
}

/** What speaks for a name at its place: words that lead to people ("met", "his wife"), a title, or nothing. */
export type Lead = 'led' | 'titled' | 'free'
