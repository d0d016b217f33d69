import { readFile, stat } from 'node:fs/promises'
import type { GivenFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'

/** A file that fits into memory whole; `largest` in bytes. Throws a Problem where it is larger, or gone. */
export async function wholeFile({ name, path }: GivenFile, largest: number): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) {
    throw new Problem('file.unknown', `There is no file ${name}`, { safe: 'Nothing was changed.' })
  }
  if (found.size > largest) {
    throw new Problem(
      'file.too-large',
      `${name} has ${megabytes(found.size)} MB; up to ${megabytes(largest)} MB are taken`,
      { safe: 'Nothing was changed.' },
    )
  }
  return readFile(path)
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0).replace(/\.0$/, '')
}
