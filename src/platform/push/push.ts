import { lookup } from 'node:dns'
import { Agent } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import webPush from 'web-push'
import { isInside } from '../mail/reach.ts'

/** Where a browser is reached, as it said itself (RFC 8030, RFC 8291). */
export interface Subscription {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** `gone`: the browser does not want to hear any more, and is let go of. */
export type Pushed = 'sent' | 'gone' | 'failed'

/** What a test says besides: servers of this machine are reached, and believed. */
export interface PushManner {
  readonly inside?: boolean
  readonly ca?: string
  /** Milliseconds for one word in all, however the service answers. */
  readonly patience?: number
}

/** A service of push wants to know whom to write to; nobody's address is given away. */
const subject = 'mailto:nobody@sobremesa.invalid'
const patience = 10_000
/** A word of this morning is of no use at night. */
const secondsToLive = 3 * 3600

export function newPushKeys(): PushKeys {
  return webPush.generateVAPIDKeys()
}

/** An address out in the world, over TLS. A name is looked at once more when it is called (`outsideOnly`). */
export function mayReach(endpoint: string, { inside = false }: PushManner = {}): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, username, password } = new URL(endpoint)
  if (protocol !== 'https:' || username !== '' || password !== '') return false
  const host = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '')
  // What is called is read by other rules, and ends a host at `;` or `{`: only hosts that both read alike.
  if (!isIP(host) && !/^[a-z\d.-]+$/u.test(host)) return false
  if (inside) return true
  if (isIP(host)) return !isInside(host)
  return host.includes('.') && !/\.(?:local|localhost|internal|home|lan|arpa)$/iu.test(host)
}

/** Sends a few words, sealed for that browser alone. Never throws: what did not go is tried on another morning. */
export async function push(
  subscription: Subscription,
  words: string,
  keys: PushKeys,
  manner: PushManner = {},
): Promise<Pushed> {
  const { endpoint, p256dh, auth } = subscription
  if (!mayReach(endpoint, manner)) return 'failed'
  const { href } = new URL(endpoint)
  const within = manner.patience ?? patience
  const agent = new Agent({
    ...(manner.inside ? {} : { lookup: outsideOnly }),
    ...(manner.ca === undefined ? {} : { ca: manner.ca }),
  })
  const done = new AbortController()
  try {
    const sending = webPush.sendNotification({ endpoint: href, keys: { p256dh, auth } }, words, {
      vapidDetails: { subject, ...keys },
      TTL: secondsToLive,
      urgency: 'low',
      timeout: within,
      agent,
    })
    // The limit above is of silence alone; who trickles would hold up everybody else's morning.
    const tooLate = pause(within, 'failed' as const, { signal: done.signal })
    return await Promise.race([sending.then(() => 'sent' as const), tooLate])
  } catch (error) {
    return isGone(error) ? 'gone' : 'failed'
  } finally {
    done.abort()
    agent.destroy()
  }
}

function isGone(error: unknown): boolean {
  const status = error instanceof webPush.WebPushError ? error.statusCode : 0
  return status === 404 || status === 410
}

/** A name that leads into the house is not followed, whatever it led to before. */
export const outsideOnly: LookupFunction = (host, options, tell) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error || !first) return tell(error ?? new Error(`${host} is nowhere`), '', 0)
    if (found.some(({ address }) => isInside(address))) {
      return tell(new Error(`${host} is inside`), '', 0)
    }
    if (options.all) return tell(null, found)
    tell(null, first.address, first.family)
  })
}
