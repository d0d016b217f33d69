import { type Entry, standingOf } from '../offline/entry.ts'
import { mergedText } from '../offline/merged-text.ts'
import { type SlotStand, standOfSlot } from '../offline/note-slot.ts'
import type { Draft, KeptNote, Pending } from './note-keeper.ts'

/** A draft as it lies in this browser: in which slot it was written, and when, in milliseconds since 1970. */
export interface LyingDraft extends Draft {
  readonly slot: string
  readonly at: number
}

/** What of a note is here and not on the server, and the slot in which it goes on. */
export interface Recovered {
  readonly slot: string
  readonly draft: Draft | null
}

/** The entries that are versions of this note. */
export function entriesOf(
  { kind, id }: { readonly kind: string; readonly id: string },
  entries: readonly Entry[],
): Entry[] {
  return entries.filter(({ operation, input, slot }) => {
    if (operation !== 'notes.save' || slot === null || !isRecord(input)) return false
    return input['kind'] === kind && input['id'] === id
  })
}

/**
 * Puts together what was typed last: the draft holds each key, the outbox what was there at the last pause. A browser
 * that was killed may have lost the draft, never the outbox; and the outbox may have been sent since by somebody else.
 */
export function recovered(
  draft: LyingDraft | null,
  entries: readonly Entry[],
  newSlot: string,
): Recovered {
  const waiting = entries.findLast((entry) => standingOf(entry) === 'waiting')
  const slot = draft?.slot ?? waiting?.slot ?? newSlot
  const own = entries.filter((entry) => entry.slot === slot)
  const last = own.at(-1)
  if (!last) return { slot, draft }
  const isHeldLater = draft === null || draft.at < Date.parse(last.done)
  return { slot, draft: goingOn(isHeldLater ? null : draft, standOfSlot(own)) }
}

/** A draft on top of what has become of the versions before it; without one, what the outbox holds. */
function goingOn(draft: Draft | null, stand: SlotStand): Draft | null {
  if (stand.is === 'nothing') return draft
  const text = draft?.text ?? stand.held
  if (stand.is === 'refused') return { text, since: stand.since, pending: null }
  if (stand.is === 'landed') return afterLanding(draft, stand)
  const { waits } = stand
  const { since } = waits
  if (stand.is === 'waiting') return { text, since, pending: waits }
  const ground = groundUnder(draft?.pending ?? null, waits.key) ?? stand.held
  return { text: mergedText(ground, text, waits.text), since, pending: waits }
}

function afterLanding(
  draft: Draft | null,
  { held, key, kept }: Extract<SlotStand, { is: 'landed' }>,
): Draft {
  const { text: theirs, revision: since } = kept
  // The page had heard that it landed, and was written on over what came back.
  if (draft !== null && draft.since >= since) return { ...draft, pending: null }
  const ground = groundUnder(draft?.pending ?? null, key) ?? held
  return { text: mergedText(ground, draft?.text ?? held, theirs), since, pending: null }
}

/** The text of that version as the page had it: on top of what others wrote, once the page had heard of that. */
function groundUnder(pending: Pending | null, key: string): string | null {
  return pending?.key === key ? pending.text : null
}

/** What a keeper hears of its save from the slot: null while nobody answered. Throws what `refuse` makes of a refusal. */
export function heardOf(
  entries: readonly Entry[],
  pending: Pending,
  refuse: (entry: Entry) => Error,
): KeptNote | null {
  const stand = standOfSlot(entries)
  if (stand.is === 'refused') throw refuse(stand.entry)
  if (stand.is === 'landed') {
    return { ...stand.kept, sent: groundUnder(pending, stand.key) ?? stand.held, next: null }
  }
  if (stand.is !== 'following' || stand.waits.key === pending.key) return null
  const { waits, held } = stand
  return { text: waits.text, revision: waits.since, beside: 0, sent: held, next: waits }
}

/** What somebody else put under our name, or an older version wrote, is no draft. */
export function draftFrom(stored: string | null): LyingDraft | null {
  const read: unknown = stored === null ? null : JSON.parse(stored)
  if (!isRecord(read)) return null
  const { text, since, slot, at } = read
  if (typeof text !== 'string' || typeof since !== 'number' || typeof slot !== 'string') return null
  return {
    text,
    since,
    slot,
    pending: pendingFrom(read['pending']),
    at: typeof at === 'number' ? at : 0,
  }
}

function pendingFrom(read: unknown): Pending | null {
  if (!isRecord(read)) return null
  const { text, since, key } = read
  const isWhole = typeof text === 'string' && typeof since === 'number' && typeof key === 'string'
  return isWhole ? { text, since, key } : null
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
