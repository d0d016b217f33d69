import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const root = join(import.meta.dirname, '../..')
export const packagedNode = join(root, 'node_modules/node/bin/node')
/** What `bin/sobremesa` starts that Node with. */
export const nodeFlags = ['--max-semi-space-size=16']
export const command = join(root, 'bin/sobremesa')

/** A real `sobremesa serve` in a process of its own. */
export interface RunningServer {
  /** With the one-time token, as printed: `http://127.0.0.1:PORT/?token=…` */
  readonly address: string
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** The server itself, no wrapper around it. */
  readonly pid: number
  /** All that it has printed so far, both streams, for the report of a failure. */
  said(): string
  /** Asks it to end, and sees to it that it does. Gives its exit code, null when it had to be killed. */
  stop(): Promise<number | null>
  /** `kill -9`: no warning, no clean-up. Resolves when it is gone. */
  kill(): Promise<void>
}

export interface ServerPlan {
  readonly home: string
  /** Further words after `serve`. */
  readonly words?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A fixed port, for what belongs to the origin; a free one otherwise. */
  readonly port?: number
}

const patience = 60_000

/** Starts the server under the packaged Node and resolves when it has printed its address. */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  const words = ['serve', '--home', plan.home, '--port', `${plan.port ?? 0}`, '--no-open']
  const child = spawn(packagedNode, [...nodeFlags, command, ...words, ...(plan.words ?? [])], {
    cwd: plan.home,
    env: { ...process.env, ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const listen = (piece: Buffer) => void said.push(piece.toString())
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const address = await addressOf(child, () => said.join(''))
  return {
    address,
    origin: new URL(address).origin,
    pid: child.pid ?? 0,
    said: () => said.join(''),
    stop: () => stop(child),
    kill: async () => {
      if (ended(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The cookie that the one-time address gives a browser, for requests without one. */
export async function signIn({ address }: RunningServer): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' })
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0])
  if (cookies.length === 0)
    throw new Error(`No cookie came with the address; it answered ${answer.status}`)
  return cookies.join('; ')
}

async function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  const until = Date.now() + patience
  while (Date.now() < until) {
    const found = /^Sobremesa is at (http\S+)$/m.exec(said())?.[1]
    if (found) return found
    if (ended(child)) throw new Error(`The server ended before it was ready:\n${said()}`)
    await sleep(5)
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready after ${patience / 1000} s:\n${said()}`)
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (ended(child)) return child.exitCode
  const gone = once(child, 'exit')
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  child.kill('SIGTERM')
  await gone
  clearTimeout(late)
  return child.exitCode
}

function ended(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
