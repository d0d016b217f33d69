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
import { readAnew } from './answers.ts'
import { atRest, mindTyping } from './at-rest.ts'
import { noteConnection, onReached, standsReached } from './connection.ts'
import { bringNearFiles } from './near-files.ts'
import { createNews, type Mark } from './news.ts'

/** Milliseconds until what waits is tried again: longer each time, while nobody answers. */
const paces = [2000, 4000, 8000, 16_000, 32_000, 60_000]
/** Milliseconds between two questions whether anything came in, while somebody looks at this window. */
const askAgain = 5000

/** Milliseconds for the answers: to the small question, and to what is near. */
const patience = 10_000
const patienceWithNear = 60_000

let failures = 0
let retry: ReturnType<typeof setTimeout> | null = null
let pulling: Promise<void> | null = null
let pullAgain = false
let isAsking = false
const news = createNews()

/** From here on what waits is sent when it can be, and what is near is kept near. */
export function keepInStep(): void {
  mindTyping()
  setInterval(() => {
    if (document.visibilityState === 'visible' && standsReached()) void hearNews()
  }, askAgain)
  if (!keepsThings()) return
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
  void stepUp()
  void askForBackgroundSync()
}

/** One small question; what this window shows is read again only where the answer is another than before. */
async function hearNews(): Promise<void> {
  if (isAsking) return
  isAsking = true
  try {
    const first = await askMark()
    if (first === null) return
    if (!news.isNews(first)) return news.hear(first)
    await atRest()
    // Meanwhile another window, or what was sent from here, may have brought it, and more of it came.
    const now = await askMark()
    if (now === null) return
    if (keepsThings() && news.isNews(now)) await pull()
    if (news.isNews(now)) await readAnew()
    news.hear(now)
  } finally {
    isAsking = false
  }
}

async function askMark(): Promise<Mark | null> {
  const answer = await ask('notebook.mark', {}, patience)
  // Nobody is signed in here any more, or somebody else is: what is kept here goes by that.
  if (answer?.status === 401 && keepsThings()) void pull()
  return answer?.ok ? answer.json() : null
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
    const isNews = news.isNews(near)
    news.hear(near)
    // What had landed there, and is not on the server any more, waits again.
    if (hasGoneBack(near)) void sendWaiting()
    if ((await nearMark()) === null) pullAgain = true
    else void bringNearFiles()
    const isBehind = asked.since !== undefined && near.pages.length > 0
    if (isBehind || isNews) await readAnew()
  })
}

function hasGoneBack({ parted, lost = [] }: NearAnswer): boolean {
  return parted === true || lost.length > 0
}

function askNear(asked: NearInput): Promise<Response | null> {
  return ask('notebook.near', asked, patienceWithNear)
}

async function ask(operation: string, input: object, limit: number): Promise<Response | null> {
  try {
    return await fetch(`/api/${operation}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/json',
        'Sobremesa-Zone': Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(limit),
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
