import { align } from '../../notebook/notes/align.ts'
import { merge } from '../../notebook/notes/merge.ts'

/** A text on its way to the server. The same key twice is one write, so it is sent until it is answered. */
export interface Pending {
  readonly text: string
  /** The revision it began from. */
  readonly since: number
  readonly key: string
}

/** What waits in this browser while the server does not have it. */
export interface Draft {
  readonly text: string
  readonly since: number
  readonly pending: Pending | null
}

/** A note as the server has it; `beside` are lines that two devices changed, now both there. */
export interface KeptNote {
  readonly text: string
  readonly revision: number
  readonly beside: number
}

export type Keeping = 'kept' | 'writing' | 'saving' | 'unreachable' | 'refused'

export interface KeeperView {
  readonly text: string
  readonly keeping: Keeping
  /** What the server would not take, and why. */
  readonly error: unknown
  /** How many lines were changed in two places at the last save. */
  readonly beside: number
  /** The text was found in this browser: the page had been closed before the server had it. */
  readonly recovered: boolean
}

/** What the keeper needs of the world; tests bring their own. */
export interface KeeperWorld {
  readonly save: (pending: Pending) => Promise<KeptNote>
  readonly isUnreachable: (error: unknown) => boolean
  readonly drafts: {
    readonly write: (draft: Draft) => void
    /** Lets go of the draft, if it is still this text. */
    readonly clear: (text: string) => void
  }
  readonly newKey: () => string
  /** Milliseconds, for how long somebody has been writing. */
  readonly now: () => number
  /** Calls back after so many milliseconds; gives the way to call it off. */
  readonly later: (milliseconds: number, deed: () => void) => () => void
}

export interface NoteKeeper {
  readonly view: () => KeeperView
  readonly listen: (listener: () => void) => () => void
  /** Every key: kept in this browser before anything else happens. */
  readonly type: (text: string) => void
  /** What was read from the server anew; taken over only where nothing waits here. */
  readonly seen: (note: KeptNote) => void
  /** Sends what waits, at once; true when the server has everything. */
  readonly flush: () => Promise<boolean>
}

/** After the last key, and at the latest while somebody writes without a pause. */
const pause = 800
const latest = 5000
const retryAfter = 3000

/**
 * Keeps a note while it is written: in this browser at each key, on the server a moment later. A save
 * that was not answered is sent again as it was; what was typed meanwhile follows it.
 */
export function createNoteKeeper(
  note: KeptNote,
  draft: Draft | null,
  world: KeeperWorld,
): NoteKeeper {
  const waiting = draft && (draft.pending !== null || draft.text !== note.text) ? draft : null
  let base: { readonly text: string | null; readonly revision: number } = waiting
    ? { text: null, revision: waiting.since }
    : note
  let pending = waiting?.pending ?? null
  let sending: Promise<void> | null = null
  let callOff: (() => void) | null = null
  let writingSince: number | null = null
  let view: KeeperView = {
    text: waiting?.text ?? note.text,
    keeping: waiting ? 'writing' : 'kept',
    error: null,
    beside: 0,
    recovered: waiting !== null,
  }
  const listeners = new Set<() => void>()
  if (waiting) schedule(0)

  function show(changes: Partial<KeeperView>): void {
    view = { ...view, ...changes }
    for (const listener of listeners) listener()
  }

  function isAllKept(): boolean {
    return pending === null && view.text === base.text
  }

  function keepHere(): void {
    world.drafts.write({ text: view.text, since: base.revision, pending })
  }

  function schedule(milliseconds: number): void {
    callOff?.()
    callOff = world.later(milliseconds, () => void send())
  }

  function type(text: string): void {
    if (text === view.text) return
    view = { ...view, text }
    keepHere()
    writingSince ??= world.now()
    const isLate = world.now() - writingSince >= latest
    if (sending === null) schedule(isLate ? 0 : pause)
    show({ keeping: view.keeping === 'unreachable' ? 'unreachable' : 'writing' })
  }

  /** One save at a time; the next begins where its answer ends. */
  function send(): Promise<void> {
    sending ??= attempt().finally(() => {
      sending = null
      if (view.keeping === 'unreachable') schedule(retryAfter)
      else if (view.keeping === 'writing') schedule(pause)
    })
    return sending
  }

  async function attempt(): Promise<void> {
    callOff?.()
    if (isAllKept()) return show({ keeping: 'kept' })
    pending ??= { text: view.text, since: base.revision, key: world.newKey() }
    writingSince = null
    keepHere()
    if (view.keeping !== 'unreachable') show({ keeping: 'saving' })
    try {
      acknowledged(pending, await world.save(pending))
    } catch (error) {
      const isUnreachable = world.isUnreachable(error)
      if (!isUnreachable) pending = null
      show({ keeping: isUnreachable ? 'unreachable' : 'refused', error })
    }
  }

  function acknowledged(sent: Pending, kept: KeptNote): void {
    const text = kept.text === sent.text ? view.text : mergedText(sent.text, view.text, kept.text)
    base = kept
    pending = null
    view = { ...view, text }
    if (text === kept.text) world.drafts.clear(sent.text)
    else keepHere()
    show({
      keeping: text === kept.text ? 'kept' : 'writing',
      error: null,
      beside: kept.beside,
      recovered: false,
    })
  }

  return {
    view: () => view,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type,
    seen(read) {
      if (!isAllKept() || sending !== null || read.revision <= base.revision) return
      base = read
      if (read.text !== view.text) show({ text: read.text })
    },
    async flush() {
      while (!isAllKept()) {
        await send()
        if (view.keeping === 'unreachable' || view.keeping === 'refused') return false
      }
      return true
    },
  }
}

/** What was typed while a save was under way, on top of what came back: lines changed on both sides stand one under the other. */
export function mergedText(base: string, mine: string, theirs: string): string {
  if (mine === base) return theirs
  let count = 0
  const newId = (): string => `new ${count++}`
  const lines = base.split('\n').map((text, at) => ({ id: `${at}`, text }))
  const merged = merge(
    lines,
    align(lines, mine.split('\n'), newId),
    align(lines, theirs.split('\n'), newId),
  )
  return merged
    .flatMap((line) => ('text' in line ? [line.text] : [line.theirs, line.mine]))
    .join('\n')
}
