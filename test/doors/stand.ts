import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'bin/sobremesa')
const packagedNode = join(root, 'node_modules/node/bin/node')

/** The clock of every process that is asked here: who goes in by two doors has one day at both. */
export const clockOfDoors = 'Europe/Madrid'

/** A home that nobody else uses. */
export function freshHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sobremesa-doors-'))
}

export async function removeHome(home: string): Promise<void> {
  await rm(home, { recursive: true, force: true, maxRetries: 5 })
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the command as a person does, in a process of its own. */
export function start(home: string, words: readonly string[]): ChildProcess {
  const { DATABASE_URL: _, SOBREMESA_DEBUG: __, ...env } = process.env
  return spawn(packagedNode, [program, ...words], {
    env: { ...env, SOBREMESA_HOME: home, CI: '1', TZ: clockOfDoors },
  })
}

/** Runs a command to its end. */
export async function command(
  home: string,
  words: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<Ended> {
  const child = start(home, words)
  child.stdin?.on('error', () => {})
  child.stdin?.end(stdin)
  const texts = Promise.all([textOf(child.stdout), textOf(child.stderr)])
  const [code] = (await once(child, 'close')) as [number | null]
  const [stdout, stderr] = await texts
  return { code, stdout, stderr }
}

/** What `JSON.parse` gives; a test looks only at what it expects there. */
export type Json = ReturnType<typeof JSON.parse>

/** The one document that a command printed. */
export async function json(home: string, words: readonly string[], stdin = ''): Promise<Json> {
  return JSON.parse((await command(home, [...words, '--json'], stdin)).stdout)
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = ''
  for await (const piece of stream ?? []) text += String(piece)
  return text
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** The address it printed, with its one-time token. */
  readonly address: string
  readonly process: ChildProcess
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export async function serve(home: string, ...words: string[]): Promise<RunningServer> {
  const child = start(home, ['serve', '--port', '0', '--no-open', ...words])
  let said = ''
  child.stderr?.on('data', (piece) => (said += String(piece)))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (piece) => resolve(String(piece)))
    child.once('close', () => reject(new Error(`The server did not start: ${said}`)))
  })
  const address = line.trim().replace('Sobremesa is at ', '')
  const closed = once(child, 'close') as Promise<[number | null]>
  return {
    origin: new URL(address).origin,
    address,
    process: child,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return (await closed)[0]
    },
  }
}

/** Uses up the printed address; gives the cookie that a browser would hold. */
export async function signIn({ address }: Pick<RunningServer, 'address'>): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** A key for programs, as the command makes it. */
export async function accessKey(home: string, ...rights: string[]): Promise<string> {
  const flags = rights.flatMap((right) => ['--rights', right])
  return (await json(home, ['access', 'grant', 'A test', ...flags])).secret
}
