import type { LineId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import { digestOf, putContents } from '../../platform/database/contents.ts'
import type { Mask } from './masking.ts'

/** How far forgetting reaches: who goes, which conversations go with them, and at which they sat with others. */
export interface Reach {
  readonly people: ReadonlySet<string>
  /** With them alone. */
  readonly alone: ReadonlySet<string>
  readonly shared: ReadonlySet<string>
  /** The numbers that cards of theirs bear. */
  readonly uids: ReadonlySet<string>
}

/** What a text is passed through: `near` where they sat, `far` elsewhere, where a single name may be another's. */
export interface Masks {
  readonly near: Mask
  readonly far: Mask
}

/** What went while documents were passed through. */
export interface Gone {
  readonly lines: Set<LineId>
  /** What they said, word for word; it may have been repeated in a letter. */
  readonly sayings: Set<string>
  /** Of bytes that nothing refers to any more. */
  readonly digests: Set<string>
}

export interface Scrub {
  readonly ctx: Writing
  readonly reach: Reach
  readonly masks: Masks
  readonly gone: Gone
}

/** Bytes of a text, kept under the digest that this gives. */
export async function keptAs(ctx: Writing, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const digest = digestOf(bytes)
  await putContents(ctx.db, ctx.owner, new Map([[digest, bytes]]))
  return digest
}
