import { devicePlace } from './device.ts'
import { createDraftLog, type DraftLog, type LyingLog, lyingLogs, removeLog } from './draft-log.ts'
import type { Drawer } from './drafts.ts'
import type { OpenPlace } from './place.ts'

/** Milliseconds until a window that was just closed is known to be gone. */
const goodbye = 400

/** Records of what is typed into one thing of a kind, by this window; null where the browser keeps nothing. */
export function openDraftLog(kind: string, id: string): DraftLog | null {
  const place = devicePlace()
  if (!place) return null
  const name = `${prefixOf(place, kind, id)}.${thisWindow()}`
  return createDraftLog({ ...worldOf(place), later }, name)
}

/** Logs of that kind, or of one thing of it, by windows that are gone. */
export async function lyingDrafts(kind: string, id?: string): Promise<LyingLog[]> {
  const place = devicePlace()
  if (!place) return []
  const all = await lyingLogs(worldOf(place), prefixOf(place, kind, id))
  const others = all.filter(({ name }) => windowOf(name) !== windowName)
  const left = await ofWindowsGone(others)
  if (left.length === others.length) return left
  // A page that was closed to be opened again stands there for a moment more.
  await new Promise((resolve) => setTimeout(resolve, goodbye))
  return ofWindowsGone(others)
}

export async function forgetDraft(log: string): Promise<void> {
  const place = devicePlace()
  if (place) await removeLog(worldOf(place), log)
}

function worldOf(place: OpenPlace) {
  const { sealer, shelf } = place
  return { sealer, disk: shelf.drafts, drawer: drawerOf(place), now: () => Date.now() }
}

/** localStorage, until somebody signs out: then nothing is put there any more. */
function drawerOf({ shelf }: OpenPlace): Drawer {
  return {
    get length() {
      return localStorage.length
    },
    key: (at) => localStorage.key(at),
    getItem: (name) => localStorage.getItem(name),
    setItem(name, text) {
      if (devicePlace()?.shelf === shelf) localStorage.setItem(name, text)
    },
    removeItem: (name) => localStorage.removeItem(name),
  }
}

function later(milliseconds: number, deed: () => void): void {
  setTimeout(deed, milliseconds)
}

function prefixOf({ sealer }: OpenPlace, kind: string, id?: string): string {
  return sealer.nameOf(kind) + (id === undefined ? '' : sealer.nameOf(id))
}

let windowName: string | null = null

/** A name for as long as this window is open; while it is, a lock of that name is held. */
function thisWindow(): string {
  if (windowName !== null) return windowName
  windowName = crypto.randomUUID().slice(0, 8)
  void navigator.locks.request(lockOf(windowName), () => new Promise(() => {}))
  return windowName
}

function lockOf(name: string): string {
  return `sobremesa-window-${name}`
}

function windowOf(log: string): string {
  return log.split('.')[1] ?? ''
}

async function ofWindowsGone(logs: readonly LyingLog[]): Promise<LyingLog[]> {
  if (logs.length === 0) return []
  const { held = [] } = await navigator.locks.query()
  const open = new Set(held.map(({ name }) => name))
  return logs.filter(({ name }) => !open.has(lockOf(windowOf(name))))
}
