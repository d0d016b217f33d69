import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { GivenFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'

const largestFile = 2 * 1024 ** 3

/** Files that came in by a door, kept for the time of one job in a folder of their own. */
export class Incoming {
  readonly #home: string
  #folder: string | null = null
  #count = 0

  /** `home` is where all that comes in is kept; it is made when the first file comes. */
  constructor(home: string) {
    this.#home = home
  }

  /** Writes a file down as it comes. Throws a Problem when it is larger than we take. */
  async keep(name: string, bytes: AsyncIterable<Uint8Array>): Promise<GivenFile> {
    await mkdir(this.#home, { recursive: true, mode: 0o700 })
    this.#folder ??= await mkdtemp(join(this.#home, `${process.pid}-`))
    const path = join(this.#folder, String((this.#count += 1)))
    let size = 0
    const counted = async function* () {
      for await (const piece of bytes) {
        size += piece.length
        if (size > largestFile) throw tooLarge(name)
        yield piece
      }
    }
    await pipeline(Readable.from(counted()), createWriteStream(path, { mode: 0o600 }))
    return { name: name || `file ${this.#count}`, path, size }
  }

  async clear(): Promise<void> {
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true })
    this.#folder = null
  }
}

/** Removes what a server that was killed left behind; what a living one works on stays. */
export async function clearLeftovers(home: string): Promise<void> {
  const folders = await readdir(home).catch(() => [])
  for (const folder of folders) {
    const pid = Number.parseInt(folder, 10)
    if (pid === process.pid || alive(pid)) continue
    await rm(join(home, folder), { recursive: true, force: true })
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function tooLarge(name: string): Problem {
  return new Problem('input.too-large', `${name} is larger than 2 GB`, {
    safe: 'Nothing was changed.',
    mend: 'Bring it in with the command: sobremesa contacts import FILE.',
  })
}
