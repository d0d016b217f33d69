import { flush } from '../offline/device.ts'
import { takeShared } from '../offline/shared-here.ts'
import type { NotTaken } from '../offline/shared.ts'
import { keepAll, keptFile, letGoOfOthers, type ListedFile } from './kept-files.ts'
import { morningIn } from './morning.ts'
import { wayOf } from './ways.ts'

/**
 * The service worker: keeps the files of one version of the app on this device, and opens the app from there, with a
 * network or without. It never takes over by itself: the page asks first (see shell/app-version.ts).
 */
declare const self: ServiceWorkerGlobalScope
/** Written in by the build: every file of the app, and a name for all of them together. */
declare const listedFiles: readonly ListedFile[]
declare const version: string

const files = listedFiles
const page = '/index.html'
const paths = new Set(files.map(([path]) => path))

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll(version, files))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const way = wayOf(request, self.location.origin, paths)
  if (way === 'network') return
  if (way === 'shared') return event.respondWith(answerShared(request))
  event.respondWith(answer(way === 'page' ? page : new URL(request.url).pathname, request))
})

/** Not in the types of a worker yet: Chromium says so when the network is back, also with no window open. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

self.addEventListener('sync', (event) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the event of this name is
  const sync = event as SyncEvent
  if (sync.tag === 'sobremesa-outbox') sync.waitUntil(sendWaiting())
})

self.addEventListener('push', (event) => {
  event.waitUntil(sayMorning(event.data))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openToday())
})

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting())
  if (event.data === 'settle') event.waitUntil(settle())
})

/** One word in the morning takes the place of the one before: there is never a heap of them. */
async function sayMorning(data: PushMessageData | null): Promise<void> {
  const { title, body } = morningIn(data === null ? '' : data.text())
  await self.registration.showNotification(title, {
    body,
    tag: 'sobremesa-morning',
    icon: '/icons/icon-192.png',
    silent: true,
  })
}

/** A window that is open comes forward; otherwise one is opened. */
async function openToday(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open) await open.focus()
  else await self.clients.openWindow('/')
}

async function answer(path: string, request: Request): Promise<Response> {
  // A browser that is short of room may have thrown a file away.
  return (await keptFile(version, path)) ?? fetch(request)
}

/**
 * What another app shares is on the disk, sealed, before any page opens; the page that follows has an address of its own,
 * so nothing of it stands in a history.
 */
async function answerShared(request: Request): Promise<Response> {
  const why = await sharedIn(request)
  const onward = why === null ? '/share' : `/share?not=${why}`
  return Response.redirect(new URL(onward, self.location.origin).href, 303)
}

async function sharedIn(request: Request): Promise<NotTaken | null> {
  try {
    return await takeShared(await request.formData())
  } catch {
    return 'unreadable'
  }
}

/** Whoever throws here is called once more later. */
async function sendWaiting(): Promise<void> {
  if (!(await flush())) throw new Error('Some of what waits has not been sent')
}

/** From the first visit on, so that what is opened next comes from here already. */
async function takeOver(): Promise<void> {
  await self.clients.claim()
  await settle()
}

/** While more than one window is open, one of them may still show the version before, and open more of its files. */
async function settle(): Promise<void> {
  const { installing, waiting } = self.registration
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!installing && !waiting && windows.length <= 1) await letGoOfOthers(version)
}
