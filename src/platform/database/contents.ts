import { createHash } from 'node:crypto'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from './database.ts'
import { addRows } from './rows.ts'
import { inSlices } from './things.ts'

/** SHA-256, as 43 letters that go into a document. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/** Bytes are kept once under their digest, whoever refers to them; documents and the log hold the digest alone. */
export async function putContents(
  db: Database,
  owner: OwnerId,
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const rows = [...contents].map(([digest, bytes]) => ({
    owner_id: owner,
    digest,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  }))
  await addRows(db, 'contents', rows)
}

export async function getContents(
  db: Database,
  owner: OwnerId,
  digests: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const some of inSlices([...new Set(digests)])) {
    const rows = await db
      .selectFrom('contents')
      .select(['digest', 'bytes'])
      .where('owner_id', '=', owner)
      .where('digest', 'in', some)
      .execute()
    for (const { digest, bytes } of rows) found.set(digest, bytes)
  }
  return found
}

/** Which of these digests there are bytes of. */
export async function thereAmong(
  db: Database,
  owner: OwnerId,
  digests: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inSlices([...new Set(digests)])) {
    const rows = await db
      .selectFrom('contents')
      .select('digest')
      .where('owner_id', '=', owner)
      .where('digest', 'in', some)
      .execute()
    for (const { digest } of rows) found.add(digest)
  }
  return found
}

/** Every value of a document, as text, that could be a digest: whatever kind it is, none that it refers to is missed. */
export function digestsIn(document: string): string[] {
  return Array.from(document.matchAll(/"([A-Za-z0-9_-]{43})"/g), ([, digest = '']) => digest)
}
