import { lookup } from 'node:dns'
import { Agent } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
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
  if (inside) return true
  const host = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '')
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
  const agent = new Agent({
    ...(manner.inside ? {} : { lookup: outsideOnly }),
    ...(manner.ca === undefined ? {} : { ca: manner.ca }),
  })
  try {
    await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, words, {
      vapidDetails: { subject, ...keys },
      TTL: secondsToLive,
      urgency: 'low',
      timeout: patience,
      agent,
    })
    return 'sent'
  } catch (error) {
    return isGone(error) ? 'gone' : 'failed'
  } finally {
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
