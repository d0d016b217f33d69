import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import { type AddressInfo, isIPv6 } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reach } from '../doors/http/reach.ts'
import { Problem } from '../kit/problem.ts'
import type { Home } from '../platform/home.ts'
import { complain } from './process.ts'
import { ownAddresses } from './tls/own-addresses.ts'
import type { Speaking, TlsWish } from './tls/speaking.ts'

export interface ListeningWish {
  readonly home: Home
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  readonly tls: TlsWish | null
}

/** A server that listens, over http or https. */
export interface Listening {
  readonly port: number
  readonly reach: () => Reach
  readonly root: () => string | null
  readonly close: () => Promise<void>
}

/** By which names an https server may be called; null where it speaks plain http. Known before it listens. */
export interface Voice {
  readonly names: (() => readonly string[]) | null
  readonly listen: (listener: RequestListener) => Promise<Listening>
}

/** Throws a Problem where there is no certificate to speak with. */
export async function findVoice(wish: ListeningWish): Promise<Voice> {
  if (wish.tls === null) {
    return { names: null, listen: (listener) => open(createServer(listener), wish, () => null) }
  }
  const { tls, home } = wish
  const { speakTls } = await import('./tls/speaking.ts')
  const speak = () => speakTls(tls, home, new Date())
  const renewing = new Renewing(speak, await speak())
  return {
    names: () => renewing.now.names,
    async listen(listener) {
      const { cert, key } = renewing.now
      const server = createTlsServer({ cert, key, minVersion: 'TLSv1.2' }, listener)
      // A phone that does not trust the certificate yet hangs up; that is no fault of ours.
      server.on('tlsClientError', (_, socket) => socket.destroy())
      return open(server, wish, () => renewing.now, renewing.keepFresh(server))
    },
  }
}

const minute = 60_000

/** A computer moves from one network to another, and certificates end: what is spoken with is looked at each minute. */
class Renewing {
  now: Speaking
  readonly #speak: () => Promise<Speaking>

  constructor(speak: () => Promise<Speaking>, first: Speaking) {
    this.#speak = speak
    this.now = first
  }

  keepFresh(server: TlsServer): NodeJS.Timeout {
    return setInterval(() => {
      this.#look(server).catch((error: unknown) => complain('Renewing the certificate', error))
    }, minute).unref()
  }

  async #look(server: TlsServer): Promise<void> {
    const next = await this.#speak()
    if (next.cert === this.now.cert && next.key === this.now.key) return
    this.now = next
    server.setSecureContext({ cert: next.cert, key: next.key, minVersion: 'TLSv1.2' })
  }
}

async function open(
  server: Server | TlsServer,
  wish: ListeningWish,
  speaking: () => Speaking | null,
  timer?: NodeJS.Timeout,
): Promise<Listening> {
  const port = await listen(server, wish)
  return {
    port,
    reach: () => reachOf(wish.host, port, speaking()),
    root: () => speaking()?.root?.toString() ?? null,
    close() {
      clearInterval(timer)
      return finish(server)
    },
  }
}

const everywhere = new Set(['0.0.0.0', '::', '[::]', ''])

function reachOf(host: string, port: number, speaking: Speaking | null): Reach {
  const scheme = speaking ? 'https' : 'http'
  const given = speaking && speaking.root === null ? speaking.names : []
  const named = given.filter((name) => !name.startsWith('*'))
  const found = everywhere.has(host) ? [...named, ...addressesFor(host)] : listensTo(host)
  const root = speaking?.root
  return {
    addresses: found.map((one) => `${scheme}://${isIPv6(one) ? `[${one}]` : one}:${port}`),
    root: root
      ? {
          name: /^CN=(.*)$/m.exec(root.subject)?.[1] ?? 'Sobremesa',
          fingerprint: root.fingerprint256,
          until: new Date(root.validTo).toISOString(),
        }
      : null,
  }
}

/** Who listens to all of IPv4 hears nothing of IPv6. */
function addressesFor(host: string): string[] {
  return ownAddresses().filter((address) => host !== '0.0.0.0' || !isIPv6(address))
}

function listensTo(host: string): string[] {
  const name = host.replaceAll(/^\[|\]$/g, '')
  return /^(127\.|::1$|localhost$)/.test(name) ? [] : [name]
}

function listen(server: Server | TlsServer, { host, port }: ListeningWish): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(whyNotListening(error, host, port)))
    const name = host.replace(/^\[|\]$/g, '')
    server.listen({ port, ...(name === '' ? {} : { host: name }) }, () => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, so it has one
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function whyNotListening(error: Error, host: string, port: number): unknown {
  const code = 'code' in error ? error.code : ''
  const mend = 'Stop it, or choose another with --port.'
  if (code === 'EADDRINUSE') {
    return new Problem('port.already-taken', `Port ${port} is taken by another program`, { mend })
  }
  if (code === 'EACCES') {
    return new Problem('port.forbidden', `This system does not let us listen on port ${port}`, {
      mend: 'Choose one above 1023 with --port.',
    })
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Problem('host.unknown', `This computer has no address ${host}`)
  }
  return error
}

/** Requests that are being answered have a moment to end; what stays open after it is cut. */
async function finish(server: Server | TlsServer): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await Promise.race([closed, pause(2000)])
  server.closeAllConnections()
  await closed
}
