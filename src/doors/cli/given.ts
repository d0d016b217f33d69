import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { decodeText } from '../../formats/encoding/decode.ts'
import { textBytesOf } from '../../formats/encoding/text-bytes.ts'
import type { GivenFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'

/** The person's own files (or folders of them, where there may be many), looked at before anything begins: one that cannot be read refuses them all. */
export async function lookAt(input: string, paths: readonly string[]): Promise<GivenFile[]> {
  const files: GivenFile[] = []
  const wrong: { path: string; says: string }[] = []
  for (const [at, path] of paths.entries()) {
    const seen = await look(path, input === 'files')
    if (typeof seen === 'string') wrong.push({ path: `${input}.${at}`, says: seen })
    else files.push(seen)
  }
  const [first, ...others] = wrong
  if (!first) return files
  const more = others.length > 0 ? ` (and ${others.length} more)` : ''
  throw new Problem('file.unknown', `${first.says}${more}`, {
    safe: 'Nothing was changed.',
    where: wrong,
  })
}

/** The file, or the sentence that says why it is none. */
async function look(path: string, mayBeFolder: boolean): Promise<GivenFile | string> {
  const found = await stat(path).catch(() => null)
  if (!found) return `There is no file ${path}`
  if (found.isDirectory() && !mayBeFolder) return `${path} is a folder; name the files in it`
  const readable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!readable) return `${path} may not be read by you`
  // A folder is called by its own name, also where it was said as ".".
  return { name: basename(resolve(path)), path: resolve(path), size: found.size }
}

/** The text of a file, or of what comes in for `-`; UTF-8, UTF-16 with its mark, or what Windows wrote before. */
export async function readText(path: string, stdin: AsyncIterable<Uint8Array>): Promise<string> {
  if (path === '-') return decoded(stdin)
  const [file] = await lookAt('text', [path])
  return decoded(createReadStream(file?.path ?? path))
}

async function decoded(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of textBytesOf(bytes)) pieces.push(piece)
  return decodeText(Buffer.concat(pieces))
}
