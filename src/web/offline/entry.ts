import type { Instant } from '../../kit/days.ts'

/** Why the server would not take something, as it said it. */
export interface Told {
  readonly code: string
  readonly sentence: string
  readonly safe: string | null
  readonly mend: string | null
}

/** One write on its way: an operation with its input, as every door takes it. */
export interface Entry {
  /** Its place in the order. */
  readonly at: number
  /** The idempotency key: however often it is sent, it happens once. */
  readonly key: string
  readonly operation: string
  readonly input: unknown
  /** What goes along beside the input. */
  readonly files: readonly KeptFile[]
  /** When it was done, which may be days before it is sent. */
  readonly done: Instant
  readonly zone: string
  /** Entries of one slot are later versions of each other: what was never sent gives way to what came after. */
  readonly slot: string | null
  /** The text as whoever wrote it knows it, where the input was put on top of what others wrote since. */
  readonly held: string | null
  /** Keys of the earlier versions that this one took the place of, or was written on top of. */
  readonly before: readonly string[]
  /** It was under way at least once, so the server may have it. */
  readonly sent: boolean
  /** How often the server broke over it. */
  readonly broken: number
  /** Set when the server refused it: it waits for its owner. */
  readonly refused: Told | null
  /** Set when the server has it: it stays until the copy on this device shows it too. */
  readonly landed: Landed | null
}

/** A file on this device; its bytes lie sealed on the shelf. */
export interface KeptFile {
  /** Under which its bytes lie. */
  readonly key: string
  /** The member of the input that it is. */
  readonly field: string
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
}

export interface Landed {
  readonly revision: number | null
  readonly change: string | null
  readonly result: unknown
}

export type Standing = 'waiting' | 'refused' | 'landed'

export function standingOf(entry: Entry): Standing {
  if (entry.landed) return 'landed'
  return entry.refused ? 'refused' : 'waiting'
}

/** What comes of sending an entry once. */
export type Sent =
  | ({ readonly is: 'answered' } & Landed)
  | { readonly is: 'refused'; readonly told: Told }
  /** The server broke over it; another time it may go well. */
  | { readonly is: 'broken'; readonly told: Told }
  /** Nobody is signed in, or somebody else: it stays. */
  | { readonly is: 'signed-out' }
  | { readonly is: 'unreachable' }

/** Whether it is that line about a conversation, captured. */
export function isLineOf({ operation, input }: Entry, text: string): boolean {
  if (operation !== 'conversations.capture' || typeof input !== 'object' || input === null)
    return false
  return 'text' in input && typeof input.text === 'string' && input.text.trim() === text.trim()
}
