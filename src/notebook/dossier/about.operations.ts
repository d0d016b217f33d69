import type { Reading } from '../../platform/context.ts'
import type { Mask } from '../forgetting/masking.ts'

/** Of whom a dossier is made, and how they are found in a text. */
export interface About {
  readonly ctx: Reading
  readonly people: ReadonlySet<string>
  /** Changes a text that names them. */
  readonly mask: Mask
  readonly offRecord: boolean
}
