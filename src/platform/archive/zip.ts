import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl'
import { type EntryFacts, isBomb, refusalOf } from './entry-rules.ts'
import { type Found, isOfTheSystem, unreadable } from './found.ts'
import { highestRatio, largestTotal, mostEntries } from './limits.ts'

/**
 * What is in an archive, in the order of its directory, each file unpacked only while it is read.
 * Throws `file.unreadable` for an archive that is damaged, or too large as a whole.
 */
export async function* filesInZip(path: string, name: string): AsyncGenerator<Found> {
  const zip = await opened(path, name)
  try {
    const entries = await entriesIn(zip, name)
    refuseAsWhole(entries, zip, name)
    for (const { entry, facts } of entries) {
      if (facts.name.endsWith('/') || isOfTheSystem(facts.name)) continue
      const place = `${name}/${facts.name}`
      const reason = refusalOf(facts)
      yield reason === null
        ? {
            kind: 'file',
            name: place,
            size: facts.unpacked,
            bytes: () => bytesOf(zip, entry, place),
          }
        : { kind: 'passed', name: place, reason }
    }
  } finally {
    zip.close()
  }
}

interface EntryIn {
  readonly entry: Entry
  readonly facts: EntryFacts
}

async function opened(path: string, name: string): Promise<ZipFile> {
  try {
    // Names are decoded here: of itself yauzl gives up the whole archive for one that leads out of it.
    return await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch (error) {
    throw damaged(name, error)
  }
}

async function entriesIn(zip: ZipFile, name: string): Promise<EntryIn[]> {
  if (zip.entryCount > mostEntries) throw tooMany(name)
  const entries: EntryIn[] = []
  try {
    for await (const entry of zip.eachEntry()) entries.push({ entry, facts: factsOf(entry) })
  } catch (error) {
    throw damaged(name, error)
  }
  return entries
}

function refuseAsWhole(entries: readonly EntryIn[], zip: ZipFile, name: string): void {
  const total = entries.reduce((sum, { facts }) => sum + facts.unpacked, 0)
  if (total > largestTotal)
    throw unreadable(
      `${name} unpacks to more than ${largestTotal / 1024 ** 3} GiB`,
      'Unpack it, and bring in the files that hold contacts, calendars or mail',
    )
  if (isBomb(zip.fileSize, total))
    throw unreadable(
      `${name} unpacks to more than ${highestRatio} times its size, as no real export does`,
      'Export again, or unpack it and bring in the files',
    )
  if (entries.some(({ facts }) => facts.name === '[Content_Types].xml'))
    throw unreadable(
      `${name} is a document or spreadsheet of an office program`,
      'Open it there, save the table as CSV, and bring that in',
    )
}

function factsOf(entry: Entry): EntryFacts {
  return {
    name: nameOf(entry),
    packed: entry.compressedSize,
    unpacked: entry.uncompressedSize,
    isEncrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    unixType: (entry.externalFileAttributes >>> 16) & 0xf000,
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Macs write UTF-8 and do not say so; where it is none, it is the charset of DOS. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  try {
    return strictUtf8.decode(fileNameRaw)
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)
  }
}

async function* bytesOf(zip: ZipFile, entry: Entry, place: string): AsyncGenerator<Uint8Array> {
  const chunks = await streamOf(zip, entry, place)
  while (true) {
    const chunk = await chunks.next().catch((error: unknown) => {
      throw damaged(place, error)
    })
    if (chunk.done) return
    yield chunk.value
  }
}

async function streamOf(zip: ZipFile, entry: Entry, place: string) {
  try {
    const stream: AsyncIterable<Uint8Array> = await zip.openReadStreamPromise(entry)
    return stream[Symbol.asyncIterator]()
  } catch (error) {
    throw damaged(place, error)
  }
}

function tooMany(name: string) {
  return unreadable(
    `${name} holds more than ${mostEntries} files`,
    'Unpack it, and bring in the files that hold contacts, calendars or mail',
  )
}

function damaged(name: string, error: unknown) {
  const reason = error instanceof Error ? error.message : 'it ends too early'
  return unreadable(
    `${name} is a damaged archive: ${reason}`,
    'Download or copy it again; if it opens elsewhere, unpack it there and bring in the files',
  )
}
