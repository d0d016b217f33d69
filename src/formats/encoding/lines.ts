import { joinBytes } from './text-bytes.ts'

/** One line of a file as bytes. */
export interface ByteLine {
  /** 1-based. */
  readonly number: number
  /** With its line end, so that lines can be put together again word for word; empty if too long. */
  readonly bytes: Uint8Array
  /** How many of the bytes come before the line end. */
  readonly length: number
  readonly tooLong: boolean
}

export interface LineSplitter {
  /** The lines that are whole now. They may look into `chunk`, which must not be written to again. */
  push(chunk: Uint8Array): ByteLine[]
  /** What is left when the file ends, with or without a line end. */
  end(): ByteLine[]
}

const lf = 10
const cr = 13
const nothing = new Uint8Array()

/**
 * Cuts bytes into lines at LF, CR LF, a lone CR, and the CR CR LF that some phones write. A line of
 * more than `longest` bytes is passed over without being held, and given as too long.
 */
export function lineSplitter(longest: number): LineSplitter {
  let pieces: Uint8Array[] = []
  let held = 0
  let number = 1
  /** CRs at the end of the last chunk: what they are depends on the next one. */
  let undecided: Uint8Array = nothing

  function hold(piece: Uint8Array): void {
    held += piece.length
    if (held > longest) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }

  function finish(last: Uint8Array): ByteLine {
    hold(last)
    const tooLong = held > longest
    const bytes = tooLong ? nothing : joinBytes(pieces)
    const line = { number, bytes, length: lengthWithoutEnd(bytes), tooLong }
    pieces = []
    held = 0
    number += 1
    return line
  }

  function cut(bytes: Uint8Array, isLast: boolean): ByteLine[] {
    const lines: ByteLine[] = []
    const ends = lineEndsIn(bytes)
    let from = 0
    for (let at = ends.next(0); at < bytes.length; at = ends.next(from)) {
      const past = pastLineEnd(bytes, at)
      if (past === null && !isLast) {
        hold(bytes.subarray(from, at))
        undecided = bytes.subarray(at)
        return lines
      }
      const end = past ?? at + 1
      lines.push(finish(bytes.subarray(from, end)))
      from = end
    }
    hold(bytes.subarray(from))
    return lines
  }

  function take(chunk: Uint8Array): Uint8Array {
    const bytes = undecided.length === 0 ? chunk : joinBytes([undecided, chunk])
    undecided = nothing
    return bytes
  }

  return {
    push: (chunk) => cut(take(chunk), false),
    end() {
      const lines = cut(take(nothing), true)
      return held > 0 ? [...lines, finish(nothing)] : lines
    },
  }
}

/** The places of line ends, each byte looked at once however many lines there are. */
function lineEndsIn(bytes: Uint8Array): { next(from: number): number } {
  let nextLf = -1
  let nextCr = -1
  const find = (byte: number, from: number) => {
    const at = bytes.indexOf(byte, from)
    return at === -1 ? bytes.length : at
  }
  return {
    next(from) {
      if (nextLf < from) nextLf = find(lf, from)
      if (nextCr < from) nextCr = find(cr, from)
      return Math.min(nextLf, nextCr)
    },
  }
}

/** Where the line end that starts here is over; null if that hangs on bytes still to come. */
function pastLineEnd(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] === lf) return at + 1
  if (at + 1 >= bytes.length) return null
  if (bytes[at + 1] === lf) return at + 2
  if (bytes[at + 1] !== cr) return at + 1
  if (at + 2 >= bytes.length) return null
  return bytes[at + 2] === lf ? at + 3 : at + 1
}

function lengthWithoutEnd(bytes: Uint8Array): number {
  let length = bytes.length
  if (length > 0 && bytes[length - 1] === lf) length -= 1
  while (length > 0 && bytes[length - 1] === cr) length -= 1
  return length
}
