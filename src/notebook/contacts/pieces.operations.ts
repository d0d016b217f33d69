import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { GivenFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'

/** One file to be read: as it lies there, or inside an archive. It may be read several times. */
export interface Piece {
  /** What the person calls it; with its path inside an archive or a folder. */
  readonly name: string
  readonly size: number
  readonly read: () => AsyncIterable<Uint8Array>
}

export function pieceOf(file: GivenFile): Piece {
  return { name: file.name, size: file.size, read: () => bytesOf(file.path) }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path).catch((error: unknown) => {
    throw new Problem(
      'file.unknown',
      `It cannot be opened: ${error instanceof Error ? error.message : 'no reason given'}`,
    )
  })
  await handle.close()
  for await (const piece of createReadStream(path)) {
    const bytes: Uint8Array = piece
    yield bytes
  }
}

/** The first bytes, and no more is read. */
export async function beginningOf(piece: Piece, size: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const bytes of piece.read()) {
    pieces.push(bytes)
    length += bytes.length
    if (length >= size) break
  }
  return Buffer.concat(pieces).subarray(0, size)
}

export async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  tell: (size: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    tell(piece.length)
    yield piece
  }
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
