import type { GivenFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'
import { filesIn } from '../../platform/archive/files-in.ts'
import type { Found } from '../../platform/archive/found.ts'

/** One file to be read: as it lies there, or in a folder or an archive. It may be read again until the next is asked for. */
export interface Piece {
  /** What the person calls it; with its path inside an archive or a folder. */
  readonly name: string
  readonly size: number
  /** False for what only lies in a folder or an archive. */
  readonly isNamed: boolean
  readonly read: () => AsyncIterable<Uint8Array>
}

/** What is not read, and why, in a sentence. */
export interface NoPiece {
  readonly name: string
  readonly problem: string
}

/** The files in what somebody gave: each comes when it is asked for, and archives are never unpacked to a disk. */
export async function* piecesIn(files: readonly GivenFile[]): AsyncGenerator<Piece | NoPiece> {
  for (const file of files) {
    try {
      let isEmpty = true
      for await (const found of filesIn(file.path, file.name)) {
        isEmpty = false
        yield pieceOf(found, file)
      }
      if (isEmpty) yield { name: file.name, problem: 'No files are in it' }
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.startsWith('file.')) throw error
      yield { name: file.name, problem: inFull(error) }
    }
  }
}

function pieceOf(found: Found, file: GivenFile): Piece | NoPiece {
  const { name } = found
  if (found.kind === 'passed') return { name, problem: `It ${found.reason}` }
  return { name, size: found.size, isNamed: name === file.name, read: () => found.bytes() }
}

/** Why a file is not read, and what to do about it: it stands among others, each with another way out. */
export function inFull({ message, details }: Problem): string {
  return details.mend ? `${message.replace(/\.$/, '')}. ${details.mend}` : message
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
