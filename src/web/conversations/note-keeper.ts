import type { Edit } from '../notes/edits.ts'
import { changeBetween } from '../notes/text-change.ts'
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
    /** A key: in this browser before it returns, at the cost of what changed. `now` gives all of it after the edits. */
    readonly edit: (edits: readonly Edit[], now: () => Draft) => void
    /** Another stand of the draft; its text is the last one after the edits. */
    readonly write: (draft: Draft, edits: readonly Edit[]) => void
    /** The server has all that was written here, and the text is this after the edits. */
    readonly clear: (kept: Draft, edits: readonly Edit[]) => void
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
  /** The note as it stands here. */
  readonly text: () => string
  /** Every key: kept in this browser before anything else happens. `text` gives all of it, and is asked for seldom. */
  readonly edit: (edits: readonly Edit[], text: () => string) => void
  /** What the page itself writes into the note. */
  readonly type: (text: string) => void
  /** Calls back when the text became another without a key; gives the way to call it off. */
  readonly onGiven: (hear: () => void) => () => void
  /** What was read from the server anew; taken over only where nothing waits here. */
  readonly seen: (note: KeptNote) => void
  /** Sends what waits, at once; true when the server has everything. */
  readonly flush: () => Promise<boolean>
}

/** After the last key, and at the latest while somebody writes without a pause. */
const pause = 800
const latest = 5000
const retryAfter = 3000

/** To send a note of so many letters takes longer than a key may; who writes on in it is interrupted less often. */
const long = 100_000
const latestOfLong = 15_000

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
  let text: string | (() => string) = plain(waiting?.text ?? note.text)
  let base: { readonly text: string | null; readonly revision: number } = waiting
    ? { text: null, revision: waiting.since }
    : { text: plain(note.text), revision: note.revision }
  let pending = waiting?.pending ?? null
  let sending: Promise<void> | null = null
  let callOff: (() => void) | null = null
  let writingSince: number | null = null
  /** The text that was put behind what waits. */
  let held: string | null = null
  let view: KeeperView = {
    keeping: waiting ? 'writing' : 'kept',
    error: null,
    beside: 0,
    recovered: waiting !== null,
  }
  const listeners = new Set<() => void>()
  const hearers = new Set<() => void>()
  if (waiting) {
    world.drafts.write(draftNow(), [])
    schedule(0)
  }

  /** Read out when it is needed, and then once. */
  function whole(): string {
    if (typeof text !== 'string') text = text()
    return text
  }

  function draftNow(): Draft {
    return { text: whole(), since: base.revision, pending }
  }

  /** Another text than the page has, or the same as the server has it now. */
  function take(next: string, isKept: boolean): void {
    const before = whole()
    const edits = editsBetween(before, next)
    text = next
    if (isKept) world.drafts.clear(draftNow(), edits)
    else world.drafts.write(draftNow(), edits)
    if (edits.length > 0) tellGiven()
  }

  function tellGiven(): void {
    for (const hear of hearers) hear()
  }

  function show(changes: Partial<KeeperView>): void {
    view = { ...view, ...changes }
    for (const listener of listeners) listener()
  }

  function isAllKept(): boolean {
    return isAllKeptAs(whole())
  }

  function isAllKeptAs(now: string): boolean {
    return pending === null && now === base.text
  }

  function keepHere(): void {
    world.drafts.write(draftNow(), [])
  }

  function schedule(milliseconds: number): void {
    callOff?.()
    callOff = world.later(milliseconds, () => void send())
  }

  function edit(edits: readonly Edit[], read: () => string): void {
    text = read
    world.drafts.edit(edits, draftNow)
    writingSince ??= world.now()
    if (sending === null) schedule(isLate() ? 0 : pause)
    const keeping = view.keeping === 'unreachable' ? 'unreachable' : 'writing'
    if (keeping !== view.keeping) show({ keeping })
  }

  function isLate(): boolean {
    const most = (base.text?.length ?? 0) > long ? latestOfLong : latest
    return writingSince !== null && world.now() - writingSince >= most
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
    pending ??= { text: whole(), since: base.revision, key: world.newKey() }
    writingSince = null
    keepHere()
    if (whole() !== pending.text && whole() !== held) await holdLatest(pending)
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
    const later = whole()
    held = later
    pending = await world.hold(waits, { text: later, since: waits.since, key: world.newKey() })
    keepHere()
  }

  function acknowledged(sent: Pending, kept: KeptNote): void {
    const mine = kept.sent ?? sent.text
    const theirs = plain(kept.text)
    const before = whole()
    const now = theirs === mine ? before : mergedText(mine, before, theirs)
    base = { ...kept, text: theirs }
    pending = kept.next ?? null
    held = null
    take(now, isAllKeptAs(now))
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
    text: whole,
    edit,
    type(next) {
      const edits = editsBetween(whole(), next)
      if (edits.length === 0) return
      edit(edits, () => next)
      tellGiven()
    },
    onGiven(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    seen(read) {
      if (!isAllKept() || sending !== null || read.revision <= base.revision) return
      base = { ...read, text: plain(read.text) }
      take(plain(read.text), true)
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

/** As the editor counts it: a line ends with one sign. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

function editsBetween(before: string, after: string): Edit[] {
  const change = changeBetween(before, after)
  return change ? [change] : []
}
