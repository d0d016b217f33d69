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
  /** The log of a window before this one, which is taken over in this one. */
  readonly tookOver?: string | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Writes a draft as what changes of it: a key in a long note costs no more than in a short one. */
export function writtenTo(
  log: DraftLog,
  { subject, slot, tookOver, now }: Standing,
): KeeperWorld['drafts'] {
  let onItsWay: string | null = null
  const add = (step: Omit<Step, 'at'>): void => log.add(JSON.stringify({ ...step, at: now() }))

  function begin(draft: Draft): void {
    onItsWay = draft.pending?.key ?? null
    log.begin(JSON.stringify({ ...draft, subject, slot, tookOver, at: now() }))
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
  /** The log that was taken over in this one. */
  readonly tookOver: string | null
}

/**
 * Logs of which all stands in another one: what a window took over, which died before it could let go of it, and what
 * lay there before a window began anew. Whoever took them for words of their own would write them a second time.
 */
export function passedOn(
  logs: readonly { readonly name: string; readonly tookOver: string | null }[],
): Set<string> {
  const before = logs.flatMap(({ tookOver }) => tookOver ?? [])
  const latest = new Map<string, number>()
  for (const { name } of logs) {
    const { window, generation } = placeOf(name)
    latest.set(window, Math.max(generation, latest.get(window) ?? 0))
  }
  const earlier = logs
    .map(({ name }) => name)
    .filter((name) => placeOf(name).generation < (latest.get(placeOf(name).window) ?? 0))
  return new Set([...before, ...earlier])
}

/** A window begins anew under the next number. */
function placeOf(log: string): { window: string; generation: number } {
  const end = log.lastIndexOf('.')
  return { window: log.slice(0, end), generation: Number(log.slice(end + 1)) }
}

/** Reads the records in their order, as far as they fit each other; null where there is no whole to begin with. */
export function readLog([first, ...steps]: readonly string[]): ReadLog | null {
  const subject = first === undefined ? null : subjectIn(first)
  const tookOver = first === undefined ? null : tookOverIn(first)
  let draft = first === undefined ? null : draftFrom(first)
  if (!subject || !draft) return null
  let isKept = false
  for (const record of steps) {
    const step = stepIn(record)
    if (!step || !fits(draft.text, step.edits ?? [])) break
    draft = after(draft, step)
    isKept = step.kept === true
  }
  return { subject, draft: isKept ? null : draft, tookOver }
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

function tookOverIn(record: string): string | null {
  const whole: unknown = JSON.parse(record)
  return isRecord(whole) && typeof whole['tookOver'] === 'string' ? whole['tookOver'] : null
}

function stepIn(record: string): Step | null {
  const step: unknown = JSON.parse(record)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what opens with our key was written above
  return isRecord(step) && typeof step['at'] === 'number' ? (step as unknown as Step) : null
}
