import type { Draft, Pending } from './note-keeper.ts'

/** Drafts of notes wait under the subject they are about. */
function nameOf(subject: { readonly kind: string; readonly id: string }): string {
  return `sobremesa-note-${subject.kind}-${subject.id}`
}

export function draftsOf(subject: { readonly kind: string; readonly id: string }) {
  const name = nameOf(subject)
  const read = (): Draft | null => {
    try {
      return draftFrom(localStorage.getItem(name))
    } catch {
      return null
    }
  }
  return {
    read,
    write: (draft: Draft): void => {
      try {
        localStorage.setItem(name, JSON.stringify(draft))
      } catch {
        // A browser that keeps nothing still lets one write; the server has it a moment later.
      }
    },
    clear: (text: string): void => {
      // Another window may have written on: its draft is not ours to take.
      if (read()?.text === text) localStorage.removeItem(name)
    },
  }
}

/** What somebody else put under our name, or an older version wrote, is no draft. */
function draftFrom(stored: string | null): Draft | null {
  const read: unknown = stored === null ? null : JSON.parse(stored)
  if (!isRecord(read) || typeof read['text'] !== 'string' || typeof read['since'] !== 'number') {
    return null
  }
  return { text: read['text'], since: read['since'], pending: pendingFrom(read['pending']) }
}

function pendingFrom(read: unknown): Pending | null {
  if (!isRecord(read)) return null
  const { text, since, key } = read
  const isWhole = typeof text === 'string' && typeof since === 'number' && typeof key === 'string'
  return isWhole ? { text, since, key } : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
