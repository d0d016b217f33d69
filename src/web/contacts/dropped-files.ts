/** A file or a folder that was dropped, as browsers give it. */
interface Entry {
  readonly isFile: boolean
  readonly isDirectory: boolean
}
interface FileEntry extends Entry {
  file(found: (file: File) => void, refused: (error: unknown) => void): void
}
interface FolderEntry extends Entry {
  createReader(): {
    readEntries(found: (entries: Entry[]) => void, refused: (error: unknown) => void): void
  }
}

export type Dropped = readonly Entry[]

const mostFiles = 10_000

/** All files that were dropped, those in folders too, in the order of their names. */
export async function filesDropped(items: Dropped): Promise<File[]> {
  const found: File[] = []
  const waiting = [...items]
  for (let next = waiting.shift(); next && found.length < mostFiles; next = waiting.shift()) {
    if (isFileEntry(next)) found.push(await fileOf(next))
    else if (isFolderEntry(next)) waiting.unshift(...(await entriesOf(next)))
  }
  return found.filter(({ name }) => !name.startsWith('.'))
}

/** What a drop holds, taken at once: a moment later the browser gives nothing any more. */
export function entriesDropped(transfer: DataTransfer): Entry[] {
  return [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
}

function isFileEntry(entry: Entry): entry is FileEntry {
  return entry.isFile
}

function isFolderEntry(entry: Entry): entry is FolderEntry {
  return entry.isDirectory
}

async function fileOf(entry: FileEntry): Promise<File> {
  return new Promise((found, refused) => entry.file(found, refused))
}

/** A folder is read a piece at a time, until a piece is empty. */
async function entriesOf(folder: FolderEntry): Promise<Entry[]> {
  const reader = folder.createReader()
  const entries: Entry[] = []
  for (;;) {
    const some = await new Promise<Entry[]>((found, refused) => reader.readEntries(found, refused))
    if (some.length === 0) return entries
    entries.push(...some)
  }
}

/** Files of one name would be taken for one by who is asked about them: the second is "contacts (2).csv". */
export function distinctlyNamed(files: readonly File[]): File[] {
  const taken = new Set(files.map(({ name }) => name))
  const met = new Set<string>()
  return files.map((file) => {
    if (!met.has(file.name)) {
      met.add(file.name)
      return file
    }
    const name = freeName(file.name, taken)
    taken.add(name)
    return new File([file], name, { type: file.type, lastModified: file.lastModified })
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  let at = 2
  while (taken.has(`${stem} (${at})${ending}`)) at += 1
  return `${stem} (${at})${ending}`
}
