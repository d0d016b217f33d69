import { afterEdits, type Edit, fits } from '../notes/edits.ts'
import type { DraftLog } from '../offline/draft-log.ts'
import type { Draft, KeeperWorld, Pending } from './note-keeper.ts'
import { draftFrom, isRecord, type LyingDraft } from './note-recovery.ts'

export interface Subject {
  readonly kind: string
  readonly id: string
}

/** Beyond so many records a new whole is cheaper to read than what led to it. */
const manyRecords = 2000

/** A step from one stand of a draft to the next. */
interface Step {
  readonly edits?: readonly Edit[]
  readonly since?: number
  /** Without a text it is the whole text of this step that is on its way; left out, it is as before. */
  readonly pending?: Omit<Pending, 'text'> | null
  /** The server has all of it. */
  readonly kept?: true
  /** Milliseconds since 1970. */
  readonly at: number
}

interface Standing {
  readonly subject: Subject
  readonly slot: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Writes a draft as what changes of it: a key in a long note costs no more than in a short one. */
export function writtenTo(log: DraftLog, { subject, slot, now }: Standing): KeeperWorld['drafts'] {
  let onItsWay: string | null = null
  const add = (step: Omit<Step, 'at'>): void => log.add(JSON.stringify({ ...step, at: now() }))

  function begin(draft: Draft): void {
    onItsWay = draft.pending?.key ?? null
    log.begin(JSON.stringify({ ...draft, subject, slot, at: now() }))
  }

  return {
    edit(edits, whole) {
      if (log.hasBegun()) add({ edits })
      else begin(whole())
    },
    write(draft, edits) {
      const { since, pending } = draft
      const isKnown = pending === null || pending.key === onItsWay
      if (!log.hasBegun() || (!isKnown && pending.text !== draft.text)) return begin(draft)
      if (isKnown && pending) return add({ edits, since })
      onItsWay = pending?.key ?? null
      add({ edits, since, pending: pending && { key: pending.key, since: pending.since } })
    },
    clear({ since }, edits) {
      if (!log.hasBegun()) return
      onItsWay = null
      if (log.length() > manyRecords) log.end()
      else add({ edits, since, pending: null, kept: true })
    },
  }
}

/** What a log says in the end. */
export interface ReadLog {
  readonly subject: Subject
  /** Null where the server has all of it. */
  readonly draft: LyingDraft | null
}

/** Reads the records in their order, as far as they fit each other; null where there is no whole to begin with. */
export function readLog([first, ...steps]: readonly string[]): ReadLog | null {
  const subject = first === undefined ? null : subjectIn(first)
  let draft = first === undefined ? null : draftFrom(first)
  if (!subject || !draft) return null
  let isKept = false
  for (const record of steps) {
    const step = stepIn(record)
    if (!step || !fits(draft.text, step.edits ?? [])) break
    draft = after(draft, step)
    isKept = step.kept === true
  }
  return { subject, draft: isKept ? null : draft }
}

function after(draft: LyingDraft, step: Step): LyingDraft {
  const text = afterEdits(draft.text, step.edits ?? [])
  const { pending = draft.pending } = step
  return {
    ...draft,
    text,
    since: step.since ?? draft.since,
    pending: pending && { text, ...pending },
    at: step.at,
  }
}

function subjectIn(record: string): Subject | null {
  const whole: unknown = JSON.parse(record)
  const subject = isRecord(whole) ? whole['subject'] : null
  if (!isRecord(subject)) return null
  const { kind, id } = subject
  return typeof kind === 'string' && typeof id === 'string' ? { kind, id } : null
}

function stepIn(record: string): Step | null {
  const step: unknown = JSON.parse(record)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what opens with our key was written above
  return isRecord(step) && typeof step['at'] === 'number' ? (step as unknown as Step) : null
}
