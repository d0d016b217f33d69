import type { Context } from 'hono'
import { isProxyName, type Names } from './guard.ts'
import { messagePage } from './page.ts'

/** Where other devices find this server. */
export interface Reach {
  /** Addresses in one's own network; none where it listens to this computer alone. */
  readonly addresses: readonly string[]
  /** The root that a device must trust first, where this server made its certificate itself. */
  readonly root: {
    readonly name: string
    /** SHA-256, as phones show it: pairs of figures with colons. */
    readonly fingerprint: string
    readonly until: string
  } | null
}

/** The root as a file, for phones that are told to trust it. It is meant to be seen; its key never leaves the home. */
export const rootPath = '/sobremesa-root.crt'

export function sendRoot(pem: string | null): Response {
  if (pem === null) {
    const { body, ...init } = messagePage(404, 'There is no root certificate to trust', [
      'This server does not speak https with a certificate of its own making.',
      'Start it with "sobremesa serve --tls", and it does.',
    ])
    return new Response(body, init)
  }
  return new Response(pem, {
    headers: {
      'content-type': 'application/x-x509-ca-cert',
      'content-disposition': 'attachment; filename="sobremesa-root.crt"',
    },
  })
}

const thisComputer = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

/** Whether a browser takes the address of this request for a safe place, which is where it keeps an app. */
export function canKeepApp(c: Context, names: Names): boolean {
  const host = c.req.header('host') ?? ''
  if (names.certified !== null || thisComputer.test(host)) return true
  return isProxyName(host, names) && c.req.header('x-forwarded-proto') === 'https'
}
