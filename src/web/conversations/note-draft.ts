import { openDraft, sealDraft, waiting } from '../offline/device.ts'
import { type Entry, standingOf } from '../offline/entry.ts'
import type { Draft, Pending } from './note-keeper.ts'

interface Subject {
  readonly kind: string
  readonly id: string
}

/** Drafts of notes wait under the subject they are about. */
function nameOf(subject: Subject): string {
  return `note ${subject.kind} ${subject.id}`
}

/** What of one note is on this device and not on the server: sealed at each key, and what the outbox holds. */
export function draftsOf(subject: Subject) {
  const name = nameOf(subject)
  const drafted = (): Draft | null => draftFrom(openDraft(name))
  return {
    read: (): Draft | null => later(drafted(), waitingFor(subject)),
    write: (draft: Draft): void => sealDraft(name, JSON.stringify({ ...draft, at: Date.now() })),
    clear: (text: string): void => {
      // Another window may have written on: its draft is not ours to take.
      if (drafted()?.text === text) sealDraft(name, '')
    },
  }
}

/** The versions of this note that wait, in their order. */
function waitingFor({ kind, id }: Subject): Entry[] {
  return waiting().filter((entry) => {
    if (entry.operation !== 'notes.save' || standingOf(entry) !== 'waiting') return false
    const about = asRecord(entry.input)
    return about['kind'] === kind && about['id'] === id
  })
}

/** Under which slot this text waits already; a fresh one where it does not. */
export function slotOf(pending: Pending): string {
  return waiting().find(({ key }) => key === pending.key)?.slot ?? `note ${pending.key}`
}

/**
 * What was typed last: the draft holds each key, the outbox what was there at the last pause. A browser that was killed
 * may have lost the draft, never the outbox.
 */
function later(
  draft: (Draft & { readonly at?: number }) | null,
  waits: readonly Entry[],
): Draft | null {
  const last = waits.at(-1)
  if (!last) return draft
  const first = waits.find(({ slot }) => slot === last.slot) ?? last
  const pending = pendingFrom({ ...asRecord(first.input), key: first.key })
  const text = asRecord(last.input)['text']
  if (!pending || typeof text !== 'string') return draft
  const isDraftLater = draft !== null && (draft.at ?? 0) >= Date.parse(last.done)
  return { text: isDraftLater ? draft.text : text, since: pending.since, pending }
}

/** What somebody else put under our name, or an older version wrote, is no draft. */
function draftFrom(stored: string | null): (Draft & { readonly at: number }) | null {
  const read: unknown = stored === null ? null : JSON.parse(stored)
  if (!isRecord(read) || typeof read['text'] !== 'string' || typeof read['since'] !== 'number') {
    return null
  }
  const { text, since, at } = read
  return { text, since, pending: pendingFrom(read['pending']), at: typeof at === 'number' ? at : 0 }
}

export function pendingFrom(read: unknown): Pending | null {
  if (!isRecord(read)) return null
  const { text, since, key } = read
  const isWhole = typeof text === 'string' && typeof since === 'number' && typeof key === 'string'
  return isWhole ? { text, since, key } : null
}

export function asRecord(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
