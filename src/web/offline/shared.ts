import type { KeptFile } from './entry.ts'
import type { FileSealer } from './file-seal.ts'
import type { Sealer } from './seal.ts'
import { openedFile, putFiles, removeFiles, sealedFile } from './shelf-files.ts'
import type { Deed, Shelf } from './shelf.ts'

/** What another app shared with this one: it waits, sealed, until its owner says what becomes of it. */
export interface SharedThing {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly url: string
  readonly files: readonly KeptFile[]
}

/** Why nothing of it was kept. */
export type NotTaken = 'signed-out' | 'too-many' | 'too-large' | 'no-room' | 'empty' | 'unreadable'

/** So much waits at most: any page of the web can send a browser here with a form. */
const mostThings = 10
/** In bytes. */
export const mostAtOnce = 60_000_000
const longestText = 20_000

interface Opened {
  readonly shelf: Shelf
  readonly sealer: Sealer
  readonly fileSealer: FileSealer
}

/** On the disk once this resolves to null. Ids and moments come from the caller. */
export async function putShared(
  { shelf, sealer, fileSealer }: Opened,
  form: FormData,
  newKey: () => string,
): Promise<NotTaken | null> {
  const files = form
    .getAll('files')
    .filter((one) => one instanceof File)
    .filter((one) => !isNoFile(one))
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, longestText) : ''
  }
  const told = { title: text('title'), text: text('text'), url: text('url') }
  if (files.length === 0 && Object.values(told).every((one) => one.trim() === '')) return 'empty'
  if (files.reduce((sum, { size }) => sum + size, 0) > mostAtOnce) return 'too-large'
  if ((await shelf.all('shared')).length >= mostThings) return 'too-many'
  const sealed = await Promise.all(
    files.map((file) => sealedFile(fileSealer, file, { key: newKey(), field: 'file' })),
  )
  const kept = sealed.map(({ sealed: _bytes, ...file }): KeptFile => file)
  const key = newKey()
  const thing: SharedThing = { key, ...told, files: kept }
  await shelf.change('shared', () => [
    ...putFiles(sealed),
    { put: 'shared', key, value: sealer.seal(JSON.stringify(thing)) },
  ])
  return null
}

/** A form's field for files in which none was chosen. */
function isNoFile({ name, size }: File): boolean {
  return name === '' && size === 0
}

/** The latest first. */
export async function sharedThings({ shelf, sealer }: Opened): Promise<SharedThing[]> {
  const rows = await shelf.all('shared')
  return rows
    .flatMap(({ value }) => thingIn(sealer.open(value)))
    .toSorted((one, other) => (one.key < other.key ? 1 : -1))
}

export function openShared(place: Opened, file: KeptFile): Promise<File | null> {
  return openedFile(place.shelf, place.fileSealer, file)
}

/** Its text is somewhere else now, or was let go. */
export async function letGoOfText(place: Opened, key: string): Promise<void> {
  await changeThing(place, key, (thing) => ({ ...thing, title: '', text: '', url: '' }))
}

export async function letGoOfFile(place: Opened, file: string): Promise<void> {
  const all = await sharedThings(place)
  const key = all.find(({ files }) => files.some((one) => one.key === file))?.key
  if (key === undefined) return
  await changeThing(place, key, (thing) => ({
    ...thing,
    files: thing.files.filter((one) => one.key !== file),
  }))
}

/** What nothing is left of goes itself. */
async function changeThing(
  { shelf, sealer }: Opened,
  key: string,
  change: (thing: SharedThing) => SharedThing,
): Promise<void> {
  await shelf.change('shared', (rows) => {
    const row = rows.find((one) => one.key === key)
    const [was] = row ? thingIn(sealer.open(row.value)) : []
    if (!was) return []
    const is = change(was)
    const left = new Set(is.files.map((file) => file.key))
    const isEmpty = is.files.length === 0 && is.title + is.text + is.url === ''
    const kept: Deed = isEmpty
      ? { remove: 'shared', key }
      : { put: 'shared', key, value: sealer.seal(JSON.stringify(is)) }
    return [kept, ...removeFiles(was.files.filter((file) => !left.has(file.key)))]
  })
}

function thingIn(text: string | null): SharedThing[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was closed by us, with our key
  return text === null ? [] : [JSON.parse(text) as SharedThing]
}
