import { useSyncExternalStore } from 'react'
import { bringRandomUuid } from './random-uuid.ts'
import { whenIdle } from './when-idle.ts'

/**
 * How this window stands with the app that is kept on the device: `waiting`: a newer one is kept, and taken up when the
 * person says so; `elsewhere`: another window took it up, and this one still shows the one before.
 */
export type AppVersion = 'current' | 'waiting' | 'elsewhere'

/**
 * Whether the app opens without a network. `insecure`: this address is plain http, where browsers keep no app;
 * `refused`: the browser would not, as where it does not trust the certificate.
 */
export type KeptApp = 'preparing' | 'kept' | 'insecure' | 'unable' | 'refused'

interface Standing {
  readonly version: AppVersion
  readonly kept: KeptApp
}

let standing: Standing = { version: 'current', kept: 'preparing' }
let registration: ServiceWorkerRegistration | null = null
let takingUp = false
const listeners = new Set<() => void>()

export function useAppVersion(): AppVersion {
  return useSyncExternalStore(listen, () => standing.version)
}

export function useKeptApp(): KeptApp {
  return useSyncExternalStore(listen, () => standing.kept)
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function note(next: Partial<Standing>): void {
  standing = { ...standing, ...next }
  for (const listener of listeners) listener()
}

/** Chromium asks by itself, at a moment of its own; here it is the person who asks. Not in the types of the DOM yet. */
interface PuttingOnDevice extends Event {
  prompt(): Promise<unknown>
}

let putting: PuttingOnDevice | null = null

export function useCanPutOnDevice(): boolean {
  return useSyncExternalStore(listen, () => putting !== null)
}

export async function putOnDevice(): Promise<void> {
  const asked = putting
  putting = null
  note({})
  await asked?.prompt()
}

function mindPutting(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the event of this name is
    putting = event as PuttingOnDevice
    note({})
  })
}

/** Milliseconds between two looks whether there is a newer app. */
const pace = 600_000

/** Keeps the app on this device, once the first page stands, and hears of newer ones. */
export function mindAppVersion(): void {
  if (!window.isSecureContext) {
    bringRandomUuid()
    return note({ kept: 'insecure' })
  }
  if (!('serviceWorker' in navigator)) return note({ kept: 'unable' })
  // While it is written there is nothing to keep.
  if (import.meta.hot) return note({ kept: 'unable' })
  mindPutting()
  // What the person came for goes first; keeping the app takes some megabytes more.
  whenIdle(() => void keepApp())
}

async function keepApp(): Promise<void> {
  const { serviceWorker } = navigator
  let controlled = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (takingUp) location.reload()
    else if (controlled) note({ version: 'elsewhere' })
    controlled = true
  })
  try {
    registration = await serviceWorker.register('/worker.js', { updateViaCache: 'none' })
  } catch {
    // Also while there is no network: then the one that is kept serves on.
    registration = (await serviceWorker.getRegistration()) ?? null
    if (registration === null) return note({ kept: 'refused' })
  }
  registration.active?.postMessage('settle')
  watch(registration)
  lookNowAndThen(registration)
  await serviceWorker.ready
  note({ kept: 'kept' })
  // An app that was put on the home screen is one that the person means to keep.
  if (window.matchMedia('(display-mode: standalone)').matches) void navigator.storage.persist()
}

function watch(watched: ServiceWorkerRegistration): void {
  const look = (): void => {
    if (watched.waiting && watched.active) note({ version: 'waiting' })
  }
  look()
  watched.addEventListener('updatefound', () => {
    watched.installing?.addEventListener('statechange', look)
  })
}

function lookNowAndThen(watched: ServiceWorkerRegistration): void {
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < pace) return
    looked = Date.now()
    // Without a network it is asked again the next time.
    watched.update().catch(() => undefined)
  })
}

/** The person said so: the newer app is taken up, and this window opens anew with it. */
export function takeUpNewer(): void {
  takingUp = true
  if (standing.version === 'waiting' && registration?.waiting) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no other origin than ours
    registration.waiting.postMessage('take-over')
  } else {
    location.reload()
  }
}

/** The app leaves this device: its files, and the worker that serves them. */
export async function letAppGo(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const all = await navigator.serviceWorker.getRegistrations()
  await Promise.all(all.map((one) => one.unregister()))
  const names = await caches.keys()
  await Promise.all(names.map((name) => caches.delete(name)))
}
