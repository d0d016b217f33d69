import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Instant, isInstant, isZone } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Caller } from '../../platform/context.ts'
import { browserName } from './browser-name.ts'
import { isProxyName, type Names } from './guard.ts'
import { messagePage } from './page.ts'
import { problemResponse } from './problems.ts'
import type { Gatekeeper, Visitor } from './visitors.ts'

/** What later handlers know of who asks. */
export interface SignedIn {
  Variables: { caller: Caller }
}

type Asked = Context<SignedIn>

const day = 86_400

/** Nothing behind this answers without a cookie, a one-time token, or a key. */
export function letIn(gate: Gatekeeper, names: Names): MiddlewareHandler<SignedIn> {
  return async (c, next) => {
    const cookie = cookieName(c, names)
    const visitor = await visitorOf(c, gate, cookie)
    const token = c.req.method === 'GET' && isPage(c) ? c.req.query('token') : undefined
    if (token !== undefined) return enter(c, gate, { token, known: visitor !== null, cookie })
    if (!visitor || isForSomebodyElse(c, visitor)) return refuse(c)
    c.set('caller', callerFrom(c, visitor))
    return next()
  }
}

async function visitorOf(c: Asked, gate: Gatekeeper, cookie: string): Promise<Visitor | null> {
  const bearer = /^Bearer +(\S{1,400})$/i.exec(c.req.header('authorization') ?? '')
  if (bearer?.[1]) return gate.byKey(bearer[1])
  const secret = getCookie(c, cookie)
  return secret && secret.length < 400 ? gate.byCookie(secret) : null
}

async function enter(
  c: Asked,
  gate: Gatekeeper,
  by: { readonly token: string; readonly known: boolean; readonly cookie: string },
): Promise<Response> {
  if (!by.known) {
    const secret = await gate.signIn(by.token.slice(0, 400), deviceOf(c))
    if (secret === null) return c.newResponse(usedPage.body, usedPage)
    const secure = by.cookie.startsWith('__Host-')
    const kept = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: 400 * day } as const
    setCookie(c, by.cookie, secret, { ...kept, secure })
  }
  const onward = new URL(c.req.url)
  onward.searchParams.delete('token')
  return c.redirect(`${onward.pathname}${onward.search}`.replace(/^\/{2,}/, '/'), 303)
}

/** What waited on a device says whose it is, and goes to nobody else who signed in there since. */
function isForSomebodyElse(c: Asked, { account }: Visitor): boolean {
  const meant = c.req.header('sobremesa-account')
  return meant !== undefined && meant !== account
}

function refuse(c: Asked): Response {
  if (!isPage(c)) {
    return problemResponse(
      new Problem('access.missing', 'Nobody is signed in, and there is no key', {
        mend: 'Send a key as "Authorization: Bearer …": sobremesa access grant NAME makes one.',
      }),
    )
  }
  // A link from another site comes without our strict cookie; asked again from here, it comes along.
  const again = c.req.header('sec-fetch-site') === 'cross-site'
  const page = again ? comeAgainPage : closedPage
  return c.newResponse(page.body, page)
}

function isPage(c: Asked): boolean {
  return !/^\/(api|mcp)(\/|$)/.test(c.req.path)
}

function cookieName(c: Asked, names: Names): string {
  const proxied = isProxyName(c.req.header('host') ?? '', names)
  const secure = proxied && c.req.header('x-forwarded-proto') === 'https'
  if (secure) return '__Host-sobremesa_session'
  // Browsers keep one jar for all ports of a machine; two notebooks must not sign each other out.
  const port = /:(\d+)$/.exec(c.req.header('host') ?? '')?.[1]
  return names.certified === null
    ? `sobremesa_session_${port ?? '80'}`
    : `__Host-sobremesa_session_${port ?? '443'}`
}

function callerFrom(c: Asked, visitor: Visitor): Caller {
  const byKey = c.req.header('authorization') !== undefined
  const zone = c.req.header('sobremesa-zone') ?? null
  if (zone !== null && !isZone(zone)) {
    throw new Problem('input.invalid', 'Sobremesa-Zone: Write a zone as Europe/Madrid', {
      safe: 'Nothing was changed.',
    })
  }
  const door = byKey ? 'api' : 'web'
  const doneAt = instantIn(c, 'Sobremesa-At')
  const sentAt = instantIn(c, 'Sobremesa-Clock')
  return { ...visitor, door, zone, ...(doneAt ? { doneAt } : {}), ...(sentAt ? { sentAt } : {}) }
}

/**
 * What waited on a device without network says when it was done, and what its clock says as it is sent; how far back
 * that may be, the context decides.
 */
function instantIn(c: Asked, name: 'Sobremesa-At' | 'Sobremesa-Clock'): Instant | null {
  const said = c.req.header(name)
  if (said === undefined) return null
  if (isInstant(said)) return said
  throw new Problem('input.invalid', `${name}: Write an instant as 2026-03-12T14:40:00Z`, {
    safe: 'Nothing was changed.',
  })
}

function deviceOf(c: Asked): string {
  return browserName(c.req.header('user-agent') ?? '')
}

const closedPage = messagePage(401, 'This notebook is closed', [
  'Open the address that "sobremesa serve" printed when it started.',
  'Or run "sobremesa access invite" on the computer where it runs: it gives an address that opens once.',
])

const usedPage = messagePage(401, 'This address was used before, or is too old', [
  'An address with a token signs one browser in, once.',
  'Run "sobremesa access invite" on the computer where Sobremesa runs to get a new one.',
])

const comeAgainPage = messagePage(401, 'One moment', ['Opening your notebook.'], {
  refresh: true,
})
