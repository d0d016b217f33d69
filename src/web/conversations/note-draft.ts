import { forgetDraft, lyingDrafts, openDraftLog } from '../offline/device-drafts.ts'
import { entriesNow, release, waiting } from '../offline/device.ts'
import type { KeeperWorld } from './note-keeper.ts'
import { passedOn, readLog, type Subject, writtenTo } from './note-log.ts'
import { entriesOf, type LyingDraft, recovered } from './note-recovery.ts'

/** What a window that is gone had written of a note, and did not see kept. */
export interface LeftDraft {
  /** Under which it lies. */
  readonly log: string
  readonly subject: Subject
  readonly draft: LyingDraft
}

const everyNote = 'note'

/** What was left of one note, or of any; the latest first. What the server has is cleared away on the way. */
export async function leftDrafts(subject?: Subject): Promise<LeftDraft[]> {
  const lying = await lyingDrafts(everyNote, subject && subject.id)
  const logs = lying.map(({ name, records }) => ({ name, tookOver: null, ...readLog(records) }))
  const passed = passedOn(logs)
  const found: LeftDraft[] = []
  for (const { name, subject: of, draft } of logs) {
    if (of && draft && !passed.has(name)) found.push({ log: name, subject: of, draft })
    else await forgetDraft(name)
  }
  await entriesNow()
  return found.toSorted((one, other) => other.draft.at - one.draft.at)
}

/** Of all notes of conversations; those whose words wait in the outbox already go out by themselves. */
export async function wordsLeft(): Promise<LeftDraft[]> {
  const found = await leftDrafts()
  return found.filter(({ subject, draft }) => {
    if (subject.kind !== 'conversation') return false
    const now = recovered(draft, entriesOf(subject, waiting()), draft.slot).draft
    return now !== null && now.pending?.text !== now.text
  })
}

/** What of one note is on this device and not on the server: in a log of what was typed, and in the outbox. */
export function draftsOf(subject: Subject, left: LeftDraft | undefined) {
  const log = openDraftLog(everyNote, subject.id)
  const entries = entriesOf(subject, waiting())
  const newSlot = `note ${subject.kind} ${subject.id} ${crypto.randomUUID()}`
  const { slot, draft } = recovered(left?.draft ?? null, entries, newSlot)
  const written =
    log && writtenTo(log, { subject, slot, tookOver: left?.log, now: () => Date.now() })
  const drafts: KeeperWorld['drafts'] = {
    edit: (edits, now) => written?.edit(edits, now),
    write: (now, edits) => written?.write(now, edits),
    clear(kept, edits) {
      written?.clear(kept, edits)
      // Until the log says on the disk that the server has it, what landed says so to whoever finds the log.
      void (log?.settle() ?? Promise.resolve()).then(() => release(slot))
    },
  }
  return {
    draft,
    slot,
    drafts,
    /** What was left is in the log of this window now, or on the server. */
    takenOver: async (): Promise<void> => {
      await log?.settle()
      if (left) await forgetDraft(left.log)
    },
    /** Nobody writes on: the server has everything. */
    end: (): void => log?.end(),
  }
}
