import { openDraft, release, sealDraft, waiting } from '../offline/device.ts'
import type { Draft } from './note-keeper.ts'
import { draftFrom, entriesOf, type LyingDraft, recovered } from './note-recovery.ts'

interface Subject {
  readonly kind: string
  readonly id: string
}

/** What of one note is on this device and not on the server: sealed at each key, and what the outbox holds. */
export function draftsOf(subject: Subject) {
  // Drafts of notes wait under the subject they are about.
  const name = `note ${subject.kind} ${subject.id}`
  const lying = (): LyingDraft | null => draftFrom(openDraft(name))
  const entries = entriesOf(subject, waiting())
  const { slot, draft } = recovered(lying(), entries, `${name} ${crypto.randomUUID()}`)
  return {
    draft,
    slot,
    write: (now: Draft): void => {
      sealDraft(name, JSON.stringify({ ...now, slot, at: Date.now() }))
    },
    clear: (): void => {
      void release(slot)
      // Another window may write as well: its draft is not ours to take.
      if (lying()?.slot === slot) sealDraft(name, '')
    },
  }
}
