export type Hindrance = 'insecure' | 'unable' | 'denied' | 'failed'

/** Why this browser cannot hear while the app is closed; null where it can. */
export function hindranceHere(): Hindrance | null {
  if (!window.isSecureContext) return 'insecure'
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!able) return 'unable'
  return Notification.permission === 'denied' ? 'denied' : null
}

export interface Reach {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** Asks the browser for leave and for an address of its own; or says what is in the way. */
export async function reachHere(key: string): Promise<Reach | Hindrance> {
  const hindrance = hindranceHere()
  if (hindrance !== null) return hindrance
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  try {
    const { pushManager } = await navigator.serviceWorker.ready
    const before = await pushManager.getSubscription()
    // One that was made for other keys is of no use.
    if (before && !isFor(before, key)) await before.unsubscribe()
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    return reachOf(made.toJSON()) ?? 'failed'
  } catch {
    return 'failed'
  }
}

/** The browser forgets its address; the server does by itself. */
export async function leaveHere(): Promise<void> {
  if (hindranceHere() === 'unable' || !('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  const made = await registration?.pushManager.getSubscription()
  await made?.unsubscribe()
}

function reachOf({ endpoint, keys }: PushSubscriptionJSON): Reach | null {
  const { p256dh, auth } = keys ?? {}
  return endpoint && p256dh && auth ? { endpoint, p256dh, auth } : null
}

function isFor({ options }: PushSubscription, key: string): boolean {
  const own = options.applicationServerKey
  return own !== null && base64url(new Uint8Array(own)) === key.replace(/=+$/u, '')
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '')
}
