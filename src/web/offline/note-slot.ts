import { type Entry, standingOf } from './entry.ts'

/** A version of a note on its way. */
export interface WaitingNote {
  readonly text: string
  /** The revision it began from. */
  readonly since: number
  readonly key: string
}

/** How far what one page wrote of a note has come. `held` is its latest text as the page knows it. */
export type SlotStand =
  /** The server has the latest; `text` is what it made of it, with what others wrote. */
  | {
      readonly is: 'landed'
      readonly held: string
      readonly key: string
      readonly kept: LandedNote
    }
  /** An earlier version landed, and the latest waits on top of what came back. */
  | { readonly is: 'following'; readonly held: string; readonly waits: WaitingNote }
  | { readonly is: 'waiting'; readonly held: string; readonly waits: WaitingNote }
  | { readonly is: 'refused'; readonly held: string; readonly since: number; readonly entry: Entry }
  | { readonly is: 'nothing' }

export interface LandedNote {
  readonly text: string
  readonly revision: number
  /** How many lines were changed in two places. */
  readonly beside: number
}

/** Reads the entries of one slot, in their order. */
export function standOfSlot(entries: readonly Entry[]): SlotStand {
  const last = entries.at(-1)
  if (!last) return { is: 'nothing' }
  const held = last.held ?? ''
  const input = noteIn(last.input)
  if (last.landed)
    return { is: 'landed', held, key: last.key, kept: landedNote(last.landed.result) }
  if (last.refused) return { is: 'refused', held, since: input.since, entry: last }
  const first = entries.find((entry) => standingOf(entry) === 'waiting') ?? last
  const waits = { ...noteIn(first.input), key: first.key }
  const isOnTop = first === last && (input.text !== held || entries.length > 1)
  return { is: isOnTop ? 'following' : 'waiting', held, waits }
}

function noteIn(input: unknown): { text: string; since: number } {
  const { text, since } = membersOf(input)
  return {
    text: typeof text === 'string' ? text : '',
    since: typeof since === 'number' ? since : 0,
  }
}

function landedNote(result: unknown): LandedNote {
  const { text, revision, beside } = membersOf(result)
  return {
    text: typeof text === 'string' ? text : '',
    revision: typeof revision === 'number' ? revision : 0,
    beside: Array.isArray(beside) ? beside.length : 0,
  }
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object is a record of what nobody looked at yet
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
