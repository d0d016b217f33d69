import type { KeptFile } from './entry.ts'
import type { FileSealer } from './file-seal.ts'
import type { Deed, Shelf } from './shelf.ts'

/** A file on its way to the shelf. */
export interface SealedFile extends KeptFile {
  readonly sealed: Uint8Array
}

/** Closes a file under a key of its own, which is what the shelf will know it by. */
export async function sealedFile(
  sealer: FileSealer,
  file: File,
  { key, field }: Pick<KeptFile, 'key' | 'field'>,
): Promise<SealedFile> {
  const sealed = await sealer.seal(new Uint8Array(await file.arrayBuffer()), key)
  return { key, field, name: file.name, mediaType: file.type, size: file.size, sealed }
}

export function putFiles(files: readonly SealedFile[]): Deed[] {
  return files.map(({ key, sealed }): Deed => ({ put: 'files', key, value: sealed }))
}

export function removeFiles(files: readonly KeptFile[]): Deed[] {
  return files.map(({ key }): Deed => ({ remove: 'files', key }))
}

/** The file as it was given; null where its bytes are gone. */
export async function openedFile(
  shelf: Shelf,
  sealer: FileSealer,
  { key, name, mediaType }: KeptFile,
): Promise<File | null> {
  const sealed = await shelf.get('files', key)
  const bytes = sealed && (await sealer.open(sealed, key))
  return bytes && new File([bytes], name, { type: mediaType })
}
