import { constants, type Dirent } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Found, isOfTheSystem, unreadable } from './found.ts'
import { deepestFolder, mostEntries } from './limits.ts'

/**
 * What is in a folder and the folders in it, in the order of the names. Links are not followed: they
 * may lead in a circle, or to what nobody meant to bring.
 * Throws `file.unreadable` for a folder that may not be read, or that holds too much.
 */
export async function* filesInFolder(path: string, name: string): AsyncGenerator<Found> {
  const walk: Walk = { seen: 0, top: name }
  yield* walked({ path, name, depth: 1 }, walk)
}

interface Walk {
  seen: number
  readonly top: string
}

interface Place {
  readonly path: string
  readonly name: string
  readonly depth: number
}

async function* walked(place: Place, walk: Walk): AsyncGenerator<Found> {
  for (const entry of await entriesIn(place)) {
    walk.seen += 1
    if (walk.seen > mostEntries) throw tooMany(walk.top)
    if (isOfTheSystem(entry.name)) continue
    const within = {
      path: join(place.path, entry.name),
      name: `${place.name}/${entry.name}`,
      depth: place.depth + 1,
    }
    yield* foundAt(within, entry, walk)
  }
}

async function* foundAt(place: Place, entry: Dirent, walk: Walk): AsyncGenerator<Found> {
  const { path, name, depth } = place
  if (entry.isSymbolicLink())
    yield passed(name, 'is a link to another file, and links are not followed')
  else if (entry.isDirectory() && depth > deepestFolder)
    yield passed(name, `lies deeper than ${deepestFolder} folders`)
  else if (entry.isDirectory()) yield* walked(place, walk)
  else if (entry.isFile()) yield await fileAt(path, name)
  else yield passed(name, 'is no ordinary file')
}

async function entriesIn({ path, name }: Place): Promise<Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  } catch (error) {
    throw unreadable(`${name} could not be read: ${wordsOf(error)}`, 'Look at its permissions')
  }
}

function passed(name: string, reason: string): Found {
  return { kind: 'passed', name, reason }
}

/** Not even if the file became one since its folder was read. */
const reading = constants.O_RDONLY | constants.O_NOFOLLOW

export async function fileAt(path: string, name: string): Promise<Found> {
  try {
    await using handle = await open(path, reading)
    const { size } = await handle.stat()
    return { kind: 'file', name, size, bytes: () => bytesAt(path, name) }
  } catch (error) {
    return passed(name, `could not be opened: ${wordsOf(error)}`)
  }
}

async function* bytesAt(path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(path, reading)
    yield* handle.createReadStream({ highWaterMark: 256 * 1024 })
  } catch (error) {
    throw unreadable(`${name} could not be read: ${wordsOf(error)}`, 'Look at its permissions')
  }
}

function tooMany(name: string) {
  return unreadable(
    `${name} holds more than ${mostEntries} files`,
    'Bring in the folder that holds the contacts, calendars or mail',
  )
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'the disk did not answer'
}
