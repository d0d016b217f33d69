import type { ByteLine } from '../encoding/lines.ts'
import { joinBytes } from '../encoding/text-bytes.ts'
import { mostFolds } from './limits.ts'

/** One property as it was before it was cut into lines. */
export interface LogicalLine {
  /** 1-based number of its first line. */
  readonly number: number
  /** Of a line that is too long the name that it begins with, if that came; else nothing. */
  readonly name: string
  /** Null if it was longer than allowed. */
  readonly bytes: Uint8Array | null
  /** Its lines word for word. */
  readonly raw: readonly Uint8Array[]
}

export interface Unfolder {
  push(line: ByteLine): LogicalLine | null
  end(): LogicalLine | null
}

interface OpenLine {
  readonly number: number
  readonly begins: Uint8Array
  readonly pieces: Uint8Array[]
  readonly raw: Uint8Array[]
  readonly transfer: 'plain' | 'quoted-printable' | 'base64'
  size: number
  tooLong: boolean
  /** The last line ended with the `=` that says "goes on". */
  softBreak: boolean
}

const space = 0x20
const tab = 0x09
const equals = 0x3d
const colon = 0x3a
const semicolon = 0x3b

/**
 * Puts folded lines together again. What continues a line: a space or tab before it (RFC 6350, 3.2);
 * in quoted-printable, an `=` at the end of the line before; in base64 of 2.1, nothing but its letters.
 * Joined as bytes, because folds are found in the middle of letters too.
 */
export function unfolder(longest: number): Unfolder {
  let open: OpenLine | null = null

  function close(): LogicalLine | null {
    const closed = open
    open = null
    if (!closed) return null
    const bytes = closed.tooLong ? null : joined(closed)
    const name = closed.tooLong ? nameIn(closed.begins) : ''
    return { number: closed.number, name, bytes, raw: closed.raw }
  }

  return {
    push(line) {
      const content = line.bytes.subarray(0, line.length)
      if (open && continues(open, content, line)) {
        append(open, content, { line, longest })
        return null
      }
      // The empty line that ends base64 in 2.1 stays with it, so that the card can be given back as it was.
      if (line.length === 0 && !line.tooLong) open?.raw.push(line.bytes)
      const closed = close()
      if (line.tooLong || line.length > 0) open = begin(line, content)
      return closed
    },
    end: close,
  }
}

function begin(line: ByteLine, content: Uint8Array): OpenLine {
  const transfer = transferOf(content)
  const { tooLong, number } = line
  return {
    number,
    begins: content.subarray(0, 100),
    pieces: tooLong ? [] : [content],
    raw: tooLong ? [] : [line.bytes],
    transfer,
    size: content.length,
    tooLong,
    softBreak: transfer === 'quoted-printable' && endsSoftly(content),
  }
}

function continues(open: OpenLine, content: Uint8Array, line: ByteLine): boolean {
  if (line.tooLong) return open.softBreak
  if (open.softBreak) return !isBeginOrEnd(content)
  if (content[0] === space || content[0] === tab) return true
  return (
    open.transfer === 'base64' &&
    content.length > 0 &&
    !content.includes(colon) &&
    isBase64(content)
  )
}

function append(
  open: OpenLine,
  content: Uint8Array,
  at: { line: ByteLine; longest: number },
): void {
  const folded = !open.softBreak && content.length > 0
  const isBare = open.transfer === 'base64' && content[0] !== space && content[0] !== tab
  open.pieces.push(folded && !isBare ? content.subarray(1) : content)
  open.raw.push(at.line.bytes)
  open.size += content.length
  open.softBreak = open.transfer === 'quoted-printable' && endsSoftly(content)
  const isShortEnough = open.size <= at.longest && open.raw.length <= mostFolds
  if (!at.line.tooLong && isShortEnough) return
  open.tooLong = true
  open.pieces.length = 0
  open.raw.length = 0
}

function joined(line: OpenLine): Uint8Array {
  return joinBytes(
    line.transfer === 'quoted-printable' ? withoutSoftBreaks(line.pieces) : line.pieces,
  )
}

/**
 * The space that begins a line after a soft break belongs to the text. Some writers put one there as
 * a fold, but those write every other space as =20: so where a value holds no bare space, it is a fold.
 */
function withoutSoftBreaks(pieces: readonly Uint8Array[]): Uint8Array[] {
  const bare = pieces.map(withoutSoftEnd)
  const [first, ...others] = bare
  const value = first?.subarray(first.indexOf(colon) + 1)
  const writesSpaces =
    value?.includes(space) || others.some((piece) => piece.subarray(1).includes(space))
  return bare.map((piece, at) =>
    at > 0 && !writesSpaces && piece[0] === space ? piece.subarray(1) : piece,
  )
}

function withoutSoftEnd(piece: Uint8Array): Uint8Array {
  return endsSoftly(piece) ? piece.subarray(0, piece.lastIndexOf(equals)) : piece
}

function nameIn(begins: Uint8Array): string {
  return /^[\w.-]+(?=[;:])/.exec(asciiOf(begins))?.[0] ?? ''
}

function endsSoftly(content: Uint8Array): boolean {
  let end = content.length
  while (end > 0 && (content[end - 1] === space || content[end - 1] === tab)) end -= 1
  return content[end - 1] === equals
}

/** What the head of the first line says of the value, in either way: `ENCODING=BASE64`, or bare `BASE64`. */
function transferOf(content: Uint8Array): OpenLine['transfer'] {
  const end = content.indexOf(colon)
  const head = content.subarray(0, end === -1 ? content.length : end)
  if (!mayNameTransfer(head)) return 'plain'
  const parameters = asciiOf(head).toUpperCase().split(';')
  const says = new Set(parameters.map((one) => one.replace('ENCODING=', '').trim()))
  if (says.has('QUOTED-PRINTABLE')) return 'quoted-printable'
  return says.has('BASE64') || says.has('B') ? 'base64' : 'plain'
}

/** Whether a parameter begins with E, Q, B or a space; asked of every line, so without making text of it. */
function mayNameTransfer(head: Uint8Array): boolean {
  for (let at = head.indexOf(semicolon); at !== -1; at = head.indexOf(semicolon, at + 1)) {
    const letter = (head[at + 1] ?? 0) | 0x20
    if (letter === 0x65 || letter === 0x71 || letter === 0x62 || letter === space) return true
  }
  return false
}

function isBeginOrEnd(content: Uint8Array): boolean {
  if (content.length > 20) return false
  return /^(?:begin|end)\s*:\s*v[a-z]/i.test(asciiOf(content))
}

function isBase64(content: Uint8Array): boolean {
  return content.length < 2000 && /^[A-Za-z0-9+/]+=*\s*$/.test(asciiOf(content))
}

function asciiOf(bytes: Uint8Array): string {
  return bytes.length > 2000 ? '' : String.fromCharCode(...bytes)
}
