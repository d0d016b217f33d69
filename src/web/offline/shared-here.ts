import { uuidv7 } from '../../kit/ids.ts'
import { devicePlace } from './device.ts'
import type { KeptFile } from './entry.ts'
import { openKnownPlace } from './place.ts'
import {
  letGoOfFile,
  letGoOfText,
  type NotTaken,
  openShared,
  putShared,
  type SharedThing,
  sharedThings,
} from './shared.ts'

/** Milliseconds until a browser has surely written down what was put into localStorage. */
const untilWritten = 15_000

let things: readonly SharedThing[] = []
const taken = new Set<string>()
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('shared')
channel?.addEventListener('message', () => void look())

/**
 * Takes in what another app shares, wherever this runs: the worker has no page that knows whose this browser is, so the
 * place is opened anew, and made for nobody. Null when it is on the disk.
 */
export async function takeShared(form: FormData): Promise<NotTaken | null> {
  const place = await openKnownPlace()
  if (!place) return 'signed-out'
  try {
    const why = await putShared(place, form, () =>
      uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
    )
    tellOthers()
    return why
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'no-room'
    throw error
  } finally {
    place.shelf.close()
  }
}

/** What waits for its owner; a new list whenever that changed. */
export function sharedHere(): readonly SharedThing[] {
  return things
}

export function listenToShared(listener: () => void): () => void {
  if (listeners.size === 0) void look()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export async function sharedFile(file: KeptFile): Promise<File | null> {
  const place = devicePlace()
  return place ? openShared(place, file) : null
}

/** Finds a file again by its key; null where it was let go. */
export async function sharedFileUnder(key: string): Promise<File | null> {
  const place = devicePlace()
  const all = place ? await sharedThings(place) : []
  const file = all.flatMap((thing) => thing.files).find((one) => one.key === key)
  return file ? sharedFile(file) : null
}

/** A line has the words now; here they go when that is on the disk too. */
export function takeSharedText(key: string): void {
  if (taken.has(key)) return
  taken.add(key)
  become(things)
  setTimeout(() => void letGoOfSharedText(key), untilWritten)
}

async function letGoOfSharedText(key: string): Promise<void> {
  const place = devicePlace()
  if (place) await letGoOfText(place, key)
  await changed()
}

export async function letGoOfSharedFile(key: string): Promise<void> {
  const place = devicePlace()
  if (place) await letGoOfFile(place, key)
  await changed()
}

async function changed(): Promise<void> {
  await look()
  tellOthers()
}

function tellOthers(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin alone
  channel?.postMessage('changed')
}

async function look(): Promise<void> {
  const place = devicePlace()
  try {
    become(place ? await sharedThings(place) : [])
  } catch {
    // Another window signed out, and took the place with it.
    become([])
  }
}

function become(now: readonly SharedThing[]): void {
  things = now.map(withoutTaken).filter((thing) => thing.files.length > 0 || textOf(thing) !== '')
  for (const listener of listeners) listener()
}

function textOf({ title, text, url }: SharedThing): string {
  return `${title}${text}${url}`.trim()
}

function withoutTaken(thing: SharedThing): SharedThing {
  return taken.has(thing.key) ? { ...thing, title: '', text: '', url: '' } : thing
}
