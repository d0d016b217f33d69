import type { NearAnswer, NearInput } from '../offline/copy.ts'
import {
  countWaiting,
  flush,
  keepsThings,
  letGoOfCopy,
  nearAsks,
  nearMark,
  onSent,
  takeNear,
} from '../offline/device.ts'
import { knowsNearFiles } from '../offline/files-near.ts'
import { answers, readAnew } from './answers.ts'
import { atRest, mindTyping } from './at-rest.ts'
import { noteConnection, onReached, standsUnreachable } from './connection.ts'
import { bringNearFiles } from './near-files.ts'

/** Milliseconds until what waits is tried again: longer each time, while nobody answers. */
const paces = [2000, 4000, 8000, 16_000, 32_000, 60_000]
/** Milliseconds between two looks at what others wrote, while somebody looks at this window. */
const lookAgain = 60_000

let failures = 0
let retry: ReturnType<typeof setTimeout> | null = null
let pulling: Promise<void> | null = null
let pullAgain = false

/** From here on what waits is sent when it can be, and what is near is kept near. */
export function keepInStep(): void {
  if (!keepsThings()) return
  mindTyping()
  onSent((sent) => {
    if (sent === 'unreachable') noteConnection(sent)
    // Nobody is signed in here any more, or somebody else is: which of the two, the server says.
    else if (sent === 'signed-out') void pull()
    else noteConnection('reached')
  })
  onReached(() => void stepUp())
  addEventListener('online', () => void stepUp())
  addEventListener('focus', () => void stepUp())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void stepUp()
  })
  setInterval(() => {
    if (document.visibilityState === 'visible' && !standsUnreachable()) void atRest().then(pull)
  }, lookAgain)
  void stepUp()
  void askForBackgroundSync()
}

/** Sends what waits, then hears what changed; each time there may be a network again. */
async function stepUp(): Promise<void> {
  failures = 0
  // Whose device this is shows first: what waits goes only to whom it belongs.
  await pull()
  await sendWaiting()
}

/** Sends what waits, now; tries again by itself while some of it does. */
export async function sendWaiting(): Promise<void> {
  if (retry) clearTimeout(retry)
  retry = null
  const before = countWaiting()
  const isEmpty = await flush()
  if (isEmpty) failures = 0
  else retryLater()
  if (before > 0 && countWaiting() < before) void atRest().then(pull).then(readAnew)
}

function retryLater(): void {
  retry ??= setTimeout(() => void sendWaiting(), paces[Math.min(failures++, paces.length - 1)])
  void askForBackgroundSync()
}

/** One at a time in this window; what was asked for meanwhile follows once. */
function pull(): Promise<void> {
  if (pulling) {
    pullAgain = true
    return pulling
  }
  pulling = pullOnce().finally(() => {
    pulling = null
    if (!pullAgain) return
    pullAgain = false
    void pull()
  })
  return pulling
}

async function pullOnce(): Promise<void> {
  await navigator.locks.request('sobremesa-near', async () => {
    const asked = await nearAsks()
    const answer = await askNear((await knowsNearFiles()) ? asked : { landed: asked.landed })
    if (answer?.status === 401) {
      await letGoOfCopy()
      noteConnection('signed-out')
    }
    if (!answer?.ok) return
    noteConnection('reached')
    const near: NearAnswer = await answer.json()
    await takeNear(near)
    // What had landed there, and is not on the server any more, waits again.
    if (hasGoneBack(near)) void sendWaiting()
    if ((await nearMark()) === null) pullAgain = true
    else void bringNearFiles()
    if (asked.since !== undefined && near.pages.length > 0) await answers.invalidateQueries()
  })
}

function hasGoneBack({ parted, lost = [] }: NearAnswer): boolean {
  return parted === true || lost.length > 0
}

async function askNear(asked: NearInput): Promise<Response | null> {
  try {
    return await fetch('/api/notebook.near', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        'Sobremesa-Zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(60_000),
    })
  } catch {
    return null
  }
}

/** Chromium sends what waits when the network is back, also with no window open. Elsewhere the next opening does. */
async function askForBackgroundSync(): Promise<void> {
  if (countWaiting() === 0 || !('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- not in the types of the DOM yet
  const { sync } = (registration ?? {}) as { sync?: { register(tag: string): Promise<void> } }
  await sync?.register('sobremesa-outbox').catch(() => {})
}
