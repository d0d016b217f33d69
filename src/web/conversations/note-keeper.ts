import { mergedText } from '../offline/merged-text.ts'

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
  /** The text that is in it, as this page knows it; that of the save, unless a later one was held behind it. */
  readonly sent?: string
  /** What was held behind the save and follows it now, on top of what came back. */
  readonly next?: Pending | null
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
  /**
   * Puts a later text on this device's disk while a save was not answered. Gives what is to be sent first: the later
   * text itself where the save never left, else the save as it was.
   */
  readonly hold: (pending: Pending, later: Pending) => Promise<Pending>
  readonly isUnreachable: (error: unknown) => boolean
  readonly drafts: {
    readonly write: (draft: Draft) => void
    /** Lets go of the draft: the server has all that was written here. */
    readonly clear: () => void
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
  /** The text that was put behind what waits. */
  let held: string | null = null
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
    if (view.text !== pending.text && view.text !== held) await holdLatest(pending)
    if (view.keeping !== 'unreachable') show({ keeping: 'saving' })
    try {
      acknowledged(pending, await world.save(pending))
    } catch (error) {
      const isUnreachable = world.isUnreachable(error)
      if (!isUnreachable) pending = null
      show({ keeping: isUnreachable ? 'unreachable' : 'refused', error })
    }
  }

  /** While nobody answers, what is written on is as safe as what waits. */
  async function holdLatest(waits: Pending): Promise<void> {
    const { text } = view
    held = text
    pending = await world.hold(waits, { text, since: waits.since, key: world.newKey() })
    keepHere()
  }

  function acknowledged(sent: Pending, kept: KeptNote): void {
    const mine = kept.sent ?? sent.text
    const text = kept.text === mine ? view.text : mergedText(mine, view.text, kept.text)
    base = kept
    pending = kept.next ?? null
    held = null
    view = { ...view, text }
    if (isAllKept()) world.drafts.clear()
    else keepHere()
    show({
      keeping: isAllKept() ? 'kept' : 'writing',
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
