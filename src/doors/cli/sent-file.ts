import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { SentFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'
import { type Terminal, write } from './terminal.ts'

/** Gives a file out: to a file of that name, which appears only when it is whole, or to stdout. */
export async function giveOut(
  file: SentFile,
  to: { readonly out: string | null; readonly json: boolean },
  terminal: Terminal,
): Promise<void> {
  if (to.out !== null) {
    const bytes = await writeBeside(resolve(to.out), file)
    const told = to.json
      ? `${JSON.stringify({ file: resolve(to.out), bytes })}\n`
      : `Written: ${resolve(to.out)} (${bytes} bytes)\n`
    await write(terminal.stdout, told)
  } else if (to.json) {
    await writeAsJson(file, terminal)
  } else {
    for await (const piece of file.text) await write(terminal.stdout, piece)
  }
}

async function writeBeside(path: string, file: SentFile): Promise<number> {
  const growing = `${path}.${process.pid}.growing`
  const stream = createWriteStream(growing, { mode: 0o600, flags: 'wx' })
  try {
    await pipeline(Readable.from(file.text), stream)
    await rename(growing, path)
    return stream.bytesWritten
  } catch (error) {
    await rm(growing, { force: true })
    throw isOfTheDisk(error) ? cannotWrite(path, error) : error
  }
}

function isOfTheDisk(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}

function cannotWrite(path: string, error: Error): Problem {
  return new Problem('file.not-writable', `${path} cannot be written: ${error.message}`, {
    mend: 'Name another file with --out.',
  })
}

/** One JSON document that holds the file, made piece by piece. */
async function writeAsJson(file: SentFile, { stdout }: Terminal): Promise<void> {
  const head = JSON.stringify({ name: file.name, mediaType: file.mediaType }).slice(0, -1)
  const bytes: Uint8Array[] = []
  let begun = false
  for await (const piece of file.text) {
    if (typeof piece !== 'string') bytes.push(piece)
    else {
      await write(stdout, begun ? '' : `${head},"text":"`)
      begun = true
      await write(stdout, JSON.stringify(piece).slice(1, -1))
    }
  }
  if (begun) await write(stdout, '"}\n')
  else await write(stdout, `${head},${emptyOrBase64(bytes)}}\n`)
}

function emptyOrBase64(bytes: readonly Uint8Array[]): string {
  return bytes.length === 0 ? '"text":""' : `"base64":"${Buffer.concat(bytes).toString('base64')}"`
}
