import { setTimeout as pause } from 'node:timers/promises'
import { type RunningServer, signIn } from '../stand/server.ts'

/** An answer may be looked into without a cast at every word. */
// oxlint-disable-next-line typescript/no-explicit-any -- see above
export type Loose = any

/** What was said over HTTP: status 200 is the promise that the tests hold the server to. */
export interface Heard {
  readonly status: number
  readonly body: Loose
}

export interface Wire {
  readonly ask: (operation: string, input: object, more?: More) => Promise<Heard>
  /** What an operation answers; anything but 200 fails. */
  readonly need: (operation: string, input: object, more?: More) => Promise<Loose>
}

interface More {
  readonly key?: string
  /** Begins long work and does not wait for it. */
  readonly later?: boolean
}

const cookies = new WeakMap<RunningServer, string>()

/** A browser at this server, signed in by the address it printed, which works once. */
export async function wireTo(server: RunningServer): Promise<Wire> {
  const cookie = cookies.get(server) ?? (await signIn(server))
  cookies.set(server, cookie)
  const ask: Wire['ask'] = async (operation, input, { key, later } = {}) => {
    const answer = await fetch(`${server.origin}/api/${operation}`, {
      method: 'POST',
      headers: {
        cookie,
        origin: server.origin,
        'content-type': 'application/json',
        ...(key ? { 'idempotency-key': key } : {}),
        ...(later ? { prefer: 'respond-async' } : {}),
      },
      body: JSON.stringify(input),
    })
    return { status: answer.status, body: await answer.json() }
  }
  const need: Wire['need'] = async (operation, input, more) => {
    const { status, body } = await ask(operation, input, more)
    if (status === 200) return body
    throw new Error(`${operation} answered ${status}: ${JSON.stringify(body)}\n${server.said()}`)
  }
  return { ask, need }
}

/** Until something is so, a minute long: a busy machine is slow, and not wrong. */
export async function until<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  const end = performance.now() + 60_000
  for (;;) {
    const seen = await look()
    if (seen !== null) return seen
    if (performance.now() > end) throw new Error(`Not in a minute: ${what}`)
    await pause(20)
  }
}
