import { open, realpath, stat } from 'node:fs/promises'
import { Problem } from '../../kit/problem.ts'
import { fileAt, filesInFolder } from './folder.ts'
import { type Found, unreadable } from './found.ts'
import { filesInZip } from './zip.ts'

/**
 * The files in what somebody brought, however they brought it: a file is itself, a folder and a zip
 * are what they hold, and a zip in a folder is opened too. `name` is what the person calls it.
 * Throws `file.unreadable` for what is damaged or too large as a whole, and nothing else; what is
 * passed over is said one by one.
 */
export async function* filesIn(path: string, name: string): AsyncGenerator<Found> {
  const { place, kind } = await placeOf(path, name)
  if (kind === 'folder') {
    for await (const found of filesInFolder(place, name)) yield* withZipOpened(found, place, name)
    return
  }
  if (await isZip(place)) yield* filesInZip(place, name)
  else yield await fileAt(place, name)
}

/** One damaged archive in a folder is no reason to pass over what is beside it. */
async function* withZipOpened(found: Found, place: string, name: string): AsyncGenerator<Found> {
  const inside = found.kind === 'file' ? place + found.name.slice(name.length) : null
  if (inside === null || !(await isZip(inside))) {
    yield found
    return
  }
  try {
    yield* filesInZip(inside, found.name)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    yield { kind: 'passed', name: found.name, reason: `was passed over: ${error.message}` }
  }
}

/** A link that somebody names is followed, for they mean what it leads to. */
async function placeOf(
  path: string,
  name: string,
): Promise<{ place: string; kind: 'folder' | 'file' }> {
  try {
    const place = await realpath(path)
    const facts = await stat(place)
    if (facts.isDirectory()) return { place, kind: 'folder' }
    if (facts.isFile()) return { place, kind: 'file' }
  } catch {
    throw unreadable(`${name} is not there, or may not be read`, 'Look at its name')
  }
  throw unreadable(`${name} is neither a file nor a folder`, 'Choose a file, a folder or a zip')
}

/** By its first bytes, since an upload has no name on the disk. An empty zip has nothing but its end. */
async function isZip(path: string): Promise<boolean> {
  const head = new Uint8Array(4)
  try {
    await using handle = await open(path)
    await handle.read(head, 0, 4, 0)
  } catch {
    return false
  }
  const [first, second, third, fourth] = head
  if (first !== 0x50 || second !== 0x4b) return false
  return (third === 3 && fourth === 4) || (third === 5 && fourth === 6)
}
