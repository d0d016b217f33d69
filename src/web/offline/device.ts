import { type Brought, createBrought } from './brought.ts'
import { createCopy, type NearAnswer, type NearInput } from './copy.ts'
import { clearDrafts, putDraft, readDraft } from './drafts.ts'
import { type Entry, isLineOf, type KeptFile, type Sent, standingOf } from './entry.ts'
import { createOutbox, type Kept, type Outbox } from './outbox.ts'
import { destroyPlace, type OpenPlace, openPlace, placeOf } from './place.ts'
import { sendEntry } from './sending.ts'
import { openedFile, type SealedFile, sealedFile } from './shelf-files.ts'

/** What this device keeps, opened; null where the browser keeps nothing (a private window of some). */
let place: OpenPlace | null = null
let entries: readonly Entry[] = []
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sobremesa')

let hearSent: (sent: Sent['is']) => void = () => {}

/** Who wants to know how each sending went: the strip that says whether the server answers. */
export function onSent(hear: (sent: Sent['is']) => void): void {
  hearSent = hear
}

/** Opens what this device keeps, once, before anything is drawn. */
export function openDevice(): Promise<void> {
  opening ??= openOnce()
  return opening
}

let opening: Promise<void> | null = null

async function openOnce(): Promise<void> {
  try {
    place = await openPlace()
    await look()
  } catch {
    // A browser that keeps nothing still shows the notebook while the server answers.
    place = null
  }
  channel?.addEventListener('message', () => {
    void lookOrLose()
  })
}

/** Whether the place is still there; another window may have signed out, and taken it along. */
async function lookOrLose(): Promise<boolean> {
  try {
    await look()
    return place !== null
  } catch {
    // A window opens nothing anew before it is loaded again; the worker serves whoever comes next.
    if (typeof document === 'undefined') opening = null
    place = null
    entries = []
    tell()
    return false
  }
}

export function keepsThings(): boolean {
  return place !== null
}

/** The place as it is open now, for what else is kept in it. */
export function devicePlace(): OpenPlace | null {
  return place
}

interface Keeping extends Pick<Kept, 'key' | 'slot' | 'behind'> {
  /** What goes along: the member of the input that it is, and the file. */
  readonly files?: readonly (readonly [field: string, file: File])[]
}

/**
 * Keeps a write of any operation until the server has it; resolves when it is on this device's disk. Null where this
 * browser keeps nothing.
 */
export async function keep(
  operation: string,
  input: unknown,
  { key, slot = null, behind, files = [] }: Keeping,
): Promise<Entry | null> {
  if (!place) return null
  const here = place
  const sealed = await Promise.all(files.map((file) => sealedNow(here, file)))
  const entry = await outboxOf(here).keep({
    key,
    operation,
    input,
    slot,
    files: sealed,
    ...(behind === undefined ? {} : { behind }),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this is what an ISO instant of Date looks like
    done: new Date().toISOString() as Entry['done'],
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  })
  await changed()
  return entry
}

function sealedNow(
  { fileSealer }: OpenPlace,
  [field, file]: readonly [string, File],
): Promise<SealedFile> {
  return sealedFile(fileSealer, file, { key: crypto.randomUUID(), field })
}

/** A file that waits here; null where it went, or was let go. */
export async function openKeptFile(file: KeptFile): Promise<File | null> {
  return place ? openedFile(place.shelf, place.fileSealer, file) : null
}

/** What waits, was refused or just landed, in the order it was done; a new list whenever something changed. */
export function waiting(): readonly Entry[] {
  return entries
}

export function listenToWaiting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sealed in localStorage before this returns. Nothing is kept where the browser keeps nothing. */
export function sealDraft(name: string, text: string): void {
  try {
    if (place) putDraft(localStorage, place.sealer, name, text)
  } catch {
    // A drawer that is full: what is typed stays on the screen.
  }
}

/**
 * What was typed and not kept. A browser that was killed may find a line again that it took away after keeping it: that
 * one waits in the outbox, and whoever saw it here as well would keep it twice.
 */
export function openDraft(name: string): string | null {
  try {
    const text = place && readDraft(localStorage, place.sealer, name)
    return text !== null && entries.some((entry) => isLineOf(entry, text)) ? null : text
  } catch {
    return null
  }
}

/** Sends what waits; one window or worker at a time does it for all. True when nothing waits any more. */
export async function flush(): Promise<boolean> {
  await openDevice()
  return navigator.locks.request('sobremesa-outbox', async () => {
    const here = place
    if (!here) return true
    try {
      return await flushPlace(here)
    } catch (error) {
      // In the middle of it another window signed out: nothing waits here any more.
      if (await lookOrLose()) throw error
      return true
    }
  })
}

const plainly: typeof fetch = (input, init) => fetch(input, init)

async function flushPlace(here: OpenPlace): Promise<boolean> {
  const { account, shelf, fileSealer } = here
  if (account === null) return entries.length === 0
  const isEmpty = await outboxOf(here).flush(async (entry) => {
    const sent = await sendEntry(plainly, account, entry, (file) =>
      openedFile(shelf, fileSealer, file),
    )
    hearSent(sent.is)
    return sent
  })
  await changed()
  return isEmpty
}

export async function findEntry(key: string): Promise<Entry | null> {
  return place ? outboxOf(place).find(key) : null
}

/** The entries as they are on the disk now, whichever window changed them. */
export async function entriesNow(): Promise<readonly Entry[]> {
  await look()
  return entries
}

export async function release(slot: string): Promise<void> {
  if (place) await outboxOf(place).release(slot)
  await look()
}

export async function discard(key: string): Promise<void> {
  if (place) await outboxOf(place).discard(key)
  await changed()
}

/** What was refused is sent once more; with another input it is another write. */
export async function retry(key: string, input?: unknown): Promise<void> {
  const anew = input === undefined ? null : { key: crypto.randomUUID(), input }
  if (place) await outboxOf(place).retry(key, anew)
  await changed()
}

/** How many writes would be lost with this device: on their way, or refused. */
export function countUnsent(): number {
  return entries.filter((entry) => standingOf(entry) !== 'landed').length
}

export function countWaiting(): number {
  return entries.filter((entry) => standingOf(entry) === 'waiting').length
}

/** The answer of the copy on this device, with what waits on top; null where it is not near. */
export async function nearAnswer(operation: string, input: unknown): Promise<unknown> {
  // What reads the copy comes while the copy is opened.
  await Promise.all([openDevice(), import('./near-answers.ts')])
  if (!place) return null
  const copy = createCopy(place.shelf, place.sealer, broughtIn(place))
  return copy.answer(operation, input, entries)
}

/** The revision up to which this device knows the notebook, as the server gave it. */
export async function nearMark(): Promise<string | null> {
  return place ? createCopy(place.shelf, place.sealer).mark() : null
}

/** What to ask the server about what is near; without a mark, everything. */
export async function nearAsks(): Promise<NearInput> {
  if (!(await lookOrLose()) || !place) return {}
  return createCopy(place.shelf, place.sealer).asks(entries)
}

/** Takes over what the server gave; another account gets a place of its own. */
export async function takeNear(near: NearAnswer): Promise<void> {
  if (!place) return
  const before = place.id
  place = await placeOf(near.account, place)
  // What came is the difference to what the former place had.
  if (place.id !== before && !near.whole) return
  // What is not near any more goes first: whatever happens in between, the same is heard again.
  if (near.files) await broughtIn(place).want(near.files)
  await createCopy(place.shelf, place.sealer).take(near)
  await changed()
}

/** The copy goes, for the server knows this browser no more; what waits and drafts stay, sealed. */
export async function letGoOfCopy(): Promise<void> {
  if (!place) return
  await broughtIn(place).clear()
  await createCopy(place.shelf, place.sealer).clear()
}

/** Signing out: key, database, drafts and files of the app; nothing of it comes back. */
export async function destroy(): Promise<void> {
  clearDrafts(localStorage)
  const former = place
  place = null
  entries = []
  if (former) await destroyPlace(former)
  for (const name of await caches.keys()) await caches.delete(name)
  tellOthers()
  tell()
}

async function changed(): Promise<void> {
  await look()
  tellOthers()
}

async function look(): Promise<void> {
  entries = place ? await outboxOf(place).entries() : []
  tell()
}

function tellOthers(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin alone
  channel?.postMessage('changed')
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** Transcripts and pictures of what is near. */
export function broughtIn({ shelf, sealer, fileSealer }: OpenPlace): Brought {
  return createBrought(shelf, sealer, fileSealer)
}

/** One for each place: it remembers what it opened. */
function outboxOf({ shelf, sealer }: OpenPlace): Outbox {
  const known = outboxes.get(shelf)
  if (known) return known
  const outbox = createOutbox(shelf, sealer)
  outboxes.set(shelf, outbox)
  return outbox
}

const outboxes = new WeakMap<OpenPlace['shelf'], Outbox>()
