import type { Day } from './days.ts'

/** Where a value came from: a hand, a captured line, or one import, and the day it came. */
export interface Source {
  readonly by: 'hand' | 'capture' | 'import' | 'sample'
  /** The import, where there was one. */
  readonly id?: string
  readonly on: Day
}
