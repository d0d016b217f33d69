import type { Someone } from './head-names.ts'

/** The person of a captured line. */
export interface FoundPerson extends Someone {
  /** The token with which the words about the meeting and the person begin. */
  readonly from: number
  /** The words of meeting, folded; empty when the line begins with the name. */
  readonly met: string
}
