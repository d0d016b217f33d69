import { setTimeout as pause } from 'node:timers/promises'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Handler } from 'hono'
import type { SentFile } from '../../kit/contract.ts'
import { bytesOf } from './body.ts'
import { isProxyName, type Names } from './guard.ts'
import { networkOf } from './network.ts'
import { sendFile } from './operations.ts'
import { messagePage, type Page } from './page.ts'
import { Tries } from './tries.ts'

/** What somebody without an account gets to see at an address that was made for them. */
type ShownThere =
  | { readonly is: 'page'; readonly html: string }
  | { readonly is: 'file'; readonly file: SentFile }
  | { readonly is: 'leads-on'; readonly words: URLSearchParams }

/** Who knows what the secret of such an address opens; given by the server. Null where it opens nothing. */
export interface OtherSide {
  /** Changes nothing. */
  look(secret: string, asked: URLSearchParams): Promise<ShownThere | null>
  act(secret: string, form: URLSearchParams): Promise<ShownThere | null>
  /** Whether it may open something, told without asking for each try. */
  mayOpen(secret: string): Promise<boolean>
}

/** In milliseconds: an address that opens nothing is never answered sooner, so that the time does not tell why. */
const noSooner = 300
const mostBytes = 40_000

/** Pages for somebody without an account: no cookie, nothing kept about whoever opens one. */
export function otherSide(side: OtherSide, names: Names): Handler {
  const tries = new Tries(() => performance.now())
  const deeds = new Tries(() => performance.now())
  return async (c) => {
    const secret = c.req.param('secret') ?? ''
    const from = cameFrom(c, names)
    if (tries.isOver(from) && !(await side.mayOpen(secret))) return answer(tooMany)
    const acts = c.req.method === 'POST'
    if (acts && deeds.isOver(secret)) return answer(tooOften)
    // Both are counted before they are known to be wrong or right: many at once would else all be let through.
    const tryWasRight = tries.count(from)
    const deedWasNone = acts ? deeds.count(secret) : () => {}
    const wait = new AbortController()
    const waited = pause(noSooner, null, { signal: wait.signal }).catch(() => null)
    const shown = await shownFor(side, c, secret)
    if (shown === null) {
      deedWasNone()
      await waited
      return answer(leadsNowhere)
    }
    wait.abort()
    tryWasRight()
    return unindexed(drawn(shown))
  }
}

async function shownFor(side: OtherSide, c: Context, secret: string): Promise<ShownThere | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null
  if (c.req.method !== 'POST') return side.look(secret, new URL(c.req.url).searchParams)
  const form = await formOf(c)
  return form && side.act(secret, form)
}

async function formOf(c: Context): Promise<URLSearchParams | null> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return null
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytesOf(c.req.raw)) {
    size += piece.length
    if (size > mostBytes) return null
    pieces.push(piece)
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'))
}

function drawn(shown: ShownThere): Response {
  if (shown.is === 'file') return sendFile(shown.file)
  if (shown.is === 'page') {
    return new Response(shown.html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
  // The page again, by its own address; pressing "reload" there does nothing twice.
  return new Response(null, { status: 303, headers: { location: `?${shown.words.toString()}` } })
}

function answer({ body, ...init }: Page): Response {
  return unindexed(new Response(body, init))
}

function unindexed(response: Response): Response {
  response.headers.set('x-robots-tag', 'noindex, nofollow')
  return response
}

/** Whom a wrong try is counted for. */
function cameFrom(c: Context, names: Names): string {
  const proxied = isProxyName(c.req.header('host') ?? '', names)
  const told = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const address = told ?? addressOf(c)
  return networkOf(address)
}

function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    // Asked without a network, as tests do.
    return ''
  }
}

/** One page for an address that never was, one that is over, one that was taken back and one that is used up. */
const leadsNowhere = messagePage(404, 'This page is closed', [
  'The address may be over, taken back, or not whole: look whether all of it was copied.',
  'Ask the person who sent it to you for a new one.',
])

const tooOften = messagePage(429, 'That was a lot at once', [
  'All you did until now is kept. Come back in ten minutes for more.',
])

const tooMany = messagePage(429, 'Too many addresses were tried from here', [
  'Try again in ten minutes. An address that is right opens all the same.',
])
