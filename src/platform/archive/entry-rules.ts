import { deepestFolder, highestRatio, longestName, sizeWithoutRatio } from './limits.ts'

/** What the directory of an archive says of one thing in it. */
export interface EntryFacts {
  readonly name: string
  /** In bytes. */
  readonly packed: number
  readonly unpacked: number
  readonly isEncrypted: boolean
  /** 0 is stored and 8 is deflated; nothing else is common. */
  readonly method: number
  /** The file type bits of Unix, of which 0 says nothing. */
  readonly unixType: number
}

const regularFile = 0x8000
const link = 0xa000

/**
 * Why an entry is not read, as the rest of a sentence that begins with its name; null if it is.
 * Nothing is ever unpacked to a disk, so a name that leads elsewhere could do no harm; but it shows
 * that the archive was made to do some.
 */
export function refusalOf(entry: EntryFacts): string | null {
  return nameRefusal(entry.name) ?? contentRefusal(entry)
}

function nameRefusal(name: string): string | null {
  if (name.length > longestName) return `has a name of more than ${longestName} letters`
  if (name.includes('\0')) return 'has a name with a NUL in it'
  if (name.includes('\\')) return 'has a backslash in its name, which may lead out of the archive'
  if (name.startsWith('/') || /^[a-z]:/i.test(name))
    return 'names a place on a disk instead of one in the archive; unpack it, and bring in what you trust'
  const parts = name.split('/')
  if (parts.includes('..'))
    return 'leads out of the archive by ".."; unpack it, and bring in what you trust'
  if (parts.length > deepestFolder) return `lies deeper than ${deepestFolder} folders`
  return null
}

function contentRefusal(entry: EntryFacts): string | null {
  if (entry.unixType === link) return 'is a link to another file, and links are not followed'
  if (entry.unixType !== 0 && entry.unixType !== regularFile) return 'is no ordinary file'
  if (entry.isEncrypted) return 'is locked with a password; unpack it first'
  if (/\.(?:zip|7z|rar|tgz|gz|bz2|xz|tar)$/i.test(entry.name))
    return 'is an archive in an archive; unpack it and bring in what it holds'
  if (entry.method !== 0 && entry.method !== 8)
    return `is packed in a way that is not known here (method ${entry.method})`
  if (isBomb(entry.packed, entry.unpacked))
    return `unpacks to more than ${highestRatio} times its size, as no real export does`
  return null
}

export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > sizeWithoutRatio && unpacked > packed * highestRatio
}
