/** What a browser asks for, as far as it matters here. */
export interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
}

/**
 * `page`: the app itself, kept here. `file`: one of its files. `shared`: what another app hands over. `network`: nothing
 * that the worker may answer.
 */
export type Way = 'page' | 'file' | 'shared' | 'network'

/**
 * Who answers a request. The server alone answers for its data, for pages of guests, and for an address with a
 * one-time token, which it turns into a session.
 */
export function wayOf(
  { method, mode, url }: Asked,
  origin: string,
  files: ReadonlySet<string>,
): Way {
  const { origin: asked, pathname, searchParams } = new URL(url)
  if (asked !== origin) return 'network'
  if (method === 'POST' && mode === 'navigate' && pathname === '/share') return 'shared'
  if (method !== 'GET') return 'network'
  if (/^\/(api|mcp|o)(\/|$)/.test(pathname) || searchParams.has('token')) return 'network'
  if (files.has(pathname)) return 'file'
  if (mode !== 'navigate') return 'network'
  return /\.\w+$/.test(pathname) ? 'network' : 'page'
}
