import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { Problem } from '../../kit/problem.ts'
import { isForOtherSide } from './other-side-path.ts'
import { problemAt } from './problems.ts'
import { sharePath } from './shared.ts'

/** By which names this server may be called; any other is somebody else's name for our address. */
export interface Names {
  /** What we listen on: an address or a name. */
  readonly listening: string
  /** Names of a proxy before us, with or without a port. */
  readonly others: readonly string[]
  /** Those of the certificate that this server speaks https with itself; null where it speaks plain http. */
  readonly certified: (() => readonly string[]) | null
}

const ours = new Set(['127.0.0.1', 'localhost', '[::1]'])
const everywhere = new Set(['0.0.0.0', '::', '[::]', ''])

/** A name that leads here by DNS rebinding is refused; a bare address cannot be rebound. */
function calledByName(host: string, names: Names): boolean {
  if (isProxyName(host, names)) return true
  const name = nameIn(host)
  if (name === null) return false
  if (ours.has(name) || name === bracketed(names.listening)) return true
  if (names.certified?.().some((certified) => isCovered(name, certified))) return true
  return everywhere.has(names.listening) && isIP(name.replace(/^\[|\]$/g, '')) !== 0
}

/** A name of a certificate may stand for all names that are one word longer: `*.notebook.example`. */
function isCovered(name: string, certified: string): boolean {
  if (!certified.startsWith('*.')) return bracketed(certified) === name
  return name.includes('.') && name.slice(name.indexOf('.')) === certified.slice(1)
}

export function isProxyName(host: string, names: Names): boolean {
  const wanted = host.toLowerCase()
  return names.others.some((other) => other === wanted || other === nameIn(wanted))
}

function nameIn(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return null
  }
}

function bracketed(address: string): string {
  return isIP(address) === 6 ? `[${address}]` : address.toLowerCase()
}

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** A page for a guest brings nothing along and does nothing by itself. */
const policyForGuests = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const always: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
}

/** Stands before everything: who is called by a wrong name, or asked by a foreign page, answers nothing. */
export function guard(names: Names): MiddlewareHandler {
  return async (c, next) => {
    const foreign = foreignness(c.req.raw, names)
    if (foreign) c.res = problemAt(c.req.path, foreign)
    else await next()
    for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value)
    if (isForOtherSide(c.req.path)) c.res.headers.set('content-security-policy', policyForGuests)
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  }
}

function foreignness(request: Request, names: Names): Problem | null {
  const host = request.headers.get('host') ?? ''
  if (!calledByName(host, names)) {
    return new Problem(
      'host.forbidden',
      `This server is not called ${host.slice(0, 200) || '""'}`,
      {
        mend: 'Start it with --host, or name its proxy in SOBREMESA_HOSTS.',
      },
    )
  }
  if (isTakenFromAnywhere(request)) return null
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const navigates = reads && request.headers.get('sec-fetch-mode') === 'navigate'
  const crossSite = request.headers.get('sec-fetch-site') === 'cross-site' && !navigates
  if (crossSite || (!reads && !ownOrigin(request, host))) {
    return new Problem('origin.forbidden', 'A page of another site asked for this')
  }
  return null
}

/**
 * A phone shares with the address of no page, and whoever it is: nothing is done with it here. A page that tells nobody
 * where it stands sends its forms so too; what lets somebody do something there is its address alone.
 */
function isTakenFromAnywhere({ method, url }: Request): boolean {
  const { pathname } = new URL(url)
  return method === 'POST' && (pathname === sharePath || isForOtherSide(pathname))
}

/** Programs send no Origin; a browser always does when it changes something. */
function ownOrigin(request: Request, host: string): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return true
  try {
    return new URL(origin).host === host.toLowerCase()
  } catch {
    return false
  }
}
