import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { soleAccount } from '../src/accounts/access/access.store.ts'
import { rights } from '../src/kit/contract.ts'
import { run } from '../src/operations/run.ts'
import type { Caller, Reading } from '../src/platform/context.ts'
import { openHome } from '../src/platform/home.ts'
import { reading } from '../src/platform/transactions.ts'
import { vaultIn } from '../src/platform/vault.ts'
import { deskThatWorks } from '../src/server/notebook.ts'
import { realWorld } from '../src/server/world.ts'
import { command, nodeFlags, packagedNode } from '../test/stand/server.ts'

/** A folder of its own, gone when `work` is done. */
export async function inFreshFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sobremesa-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a process said when it ended, and the most memory it ever held, sampled on the way (Linux). */
export interface Ended {
  readonly seconds: number
  /** Of computing, whatever else the machine did meanwhile. */
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  readonly resident: readonly number[]
}

/** Runs the command as a person would, and watches what it takes, twenty times a second (Linux). */
export async function runCommand(home: string, words: readonly string[]): Promise<Ended> {
  const began = performance.now()
  const child = spawn(packagedNode, [...nodeFlags, command, '--home', home, ...words, '--json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  const resident: number[] = []
  let cpuSeconds = 0
  const look = async ({ pid }: ChildProcess) => {
    if (pid === undefined) return
    cpuSeconds = (await cpuSecondsOf(pid)) ?? cpuSeconds
    const now = await residentMegabytes(pid)
    if (now !== null) resident.push(now)
  }
  const watch = setInterval(() => void look(child), 50)
  await once(child, 'exit')
  clearInterval(watch)
  if (child.exitCode !== 0)
    throw new Error(`sobremesa ${words.join(' ')} did not end well:\n${said}`)
  const seconds = (performance.now() - began) / 1000
  return { seconds, cpuSeconds, peakMegabytes: Math.max(0, ...resident), resident }
}

/** Null where the system does not say, and when the process is gone. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}

/** A hundredth of a second is what Linux counts in. */
export async function cpuSecondsOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  return Number.isNaN(ticks) ? null : ticks / 100
}

/** Asks operations of a home in this very process, as the command does; `ask` gives the result alone. */
export async function openAsker(home: string) {
  const place = { folder: home, databaseUrl: null }
  const store = await openHome(place)
  const engine = { store, world: realWorld, zone: 'Europe/Madrid', vault: vaultIn(place) }
  const caller: Caller = {
    ...(await soleAccount(store, realWorld)),
    rights: new Set(rights),
    door: 'command',
    listedAs: null,
    device: 'a bench',
    zone: null,
  }
  const { house } = deskThatWorks(engine, raise)
  return {
    owner: caller.owner,
    store,
    ask: async (operation: string, input: object = {}): Promise<unknown> =>
      (await run(house, caller, { operation, input, key: null })).result,
    /** Reads past all operations, to measure a part of one. */
    read: <T>(work: (ctx: Reading) => Promise<T>) => reading(engine, caller, work),
    close: () => store.close(),
  }
}

function raise(error: unknown): never {
  throw error
}
