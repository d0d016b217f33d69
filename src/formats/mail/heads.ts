import { decodeText } from '../encoding/decode.ts'
import type { ByteLine } from '../encoding/lines.ts'
import { joinBytes } from '../encoding/text-bytes.ts'
import { largestHead, longestField } from './limits.ts'

/** One field of a head: its name in small letters, its value as bytes, unfolded. */
export interface HeadField {
  readonly name: string
  readonly bytes: Uint8Array
  /** 1-based. */
  readonly line: number
}

/** The head of one message, as much of it as is read. */
export interface Head {
  readonly line: number
  readonly fields: readonly HeadField[]
  /** Where in the file its separator or its first field began, and where its body begins. In bytes. */
  readonly from: number
  readonly body: number
  /** Lines in it that are no field, and fields that are too long. */
  readonly unread: readonly { readonly line: number; readonly reason: string }[]
}

export interface HeadSplitter {
  push(line: ByteLine): Head[]
  /** The head that the file ends in, and how long the file was. */
  end(): { readonly heads: Head[]; readonly size: number }
}

interface OpenHead {
  readonly line: number
  readonly from: number
  readonly fields: { name: string; pieces: Uint8Array[]; line: number; size: number }[]
  readonly unread: { line: number; reason: string }[]
  /** Whether a continued line belongs to a field that is kept. */
  keeping: boolean
  size: number
  lines: number
}

interface Candidate {
  readonly line: number
  readonly from: number
  readonly isDated: boolean
  readonly afterBlank: boolean
}

/**
 * Finds the heads in a mailbox, or the one head of a single message, line by line. A message begins at
 * a line "From …" that has a date, or stands after an empty line, and that a field follows; so a
 * sentence that begins with "From" is none, even in the mailboxes that do not mark those. A file that
 * does not begin so is one message, whatever stands in it.
 */
export function headSplitter(): HeadSplitter {
  let open: OpenHead | null = null
  let candidate: Candidate | null = null
  let begun = false
  let isBox = false
  let afterBlank = true
  let at = 0

  function begin(line: number, from: number): void {
    open = { line, from, fields: [], unread: [], keeping: false, size: 0, lines: 0 }
    begun = true
  }

  /** `length` is that of the empty line between head and body, if that is what closes the head. */
  function close(length = 0): Head[] {
    const closed = open
    open = null
    return closed ? [headOf(closed, at + length)] : []
  }

  function decide(line: ByteLine): Head[] {
    const decided = candidate
    candidate = null
    if (!decided || !isSeparator(decided, line)) return []
    const before = close()
    begin(decided.line, decided.from)
    return before
  }

  /** True if a message may begin here; whether it does, the next line tells. */
  function isCandidate(line: ByteLine, content: Uint8Array): boolean {
    if ((begun && !isBox) || !beginsWithFrom(content)) return false
    const isDated = hasDate(content) || !begun
    isBox = true
    if (open && !isDated) return false
    candidate = { line: line.number, from: at, isDated, afterBlank }
    return true
  }

  function read(line: ByteLine): Head[] {
    const heads = decide(line)
    const content = line.bytes.subarray(0, line.length)
    if (isCandidate(line, content)) return heads
    if (!begun && content.length > 0 && !isCount(content)) begin(line.number, at)
    if (!open) return heads
    const isEmpty = content.length === 0 && !line.tooLong
    if (isEmpty) return open.lines === 0 ? heads : [...heads, ...close(line.bytes.length)]
    addLine(open, line, content)
    return heads
  }

  return {
    push(line) {
      const heads = read(line)
      afterBlank = line.length === 0 && !line.tooLong
      // Of a line that is too long nobody knows the length, so from there on no place can be named.
      at += line.tooLong ? Number.NaN : line.bytes.length
      return heads
    },
    end: () => ({ heads: close(), size: at }),
  }
}

const wanted = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'date',
  'subject',
  'message-id',
  'content-length',
  'content-type',
  'x-gmail-labels',
  'auto-submitted',
  'precedence',
  'list-id',
  'list-unsubscribe',
])

function addLine(head: OpenHead, line: ByteLine, content: Uint8Array): void {
  head.lines += 1
  if (line.tooLong || head.size > largestHead) {
    if (!head.unread.some(({ reason }) => reason === tooLarge))
      head.unread.push({ line: line.number, reason: tooLarge })
    return
  }
  if (content[0] === 0x20 || content[0] === 0x09) return continueField(head, content)
  const name = fieldName(content)
  head.keeping = name !== null && wanted.has(name)
  if (name === null) {
    if (head.unread.length < 20 && !beginsWithFrom(content.subarray(1)))
      head.unread.push({ line: line.number, reason: noField })
    return
  }
  if (!head.keeping) return
  head.size += content.length
  const value = content.subarray(content.indexOf(0x3a) + 1)
  head.fields.push({ name, pieces: [value], line: line.number, size: value.length })
}

const tooLarge = 'is larger than any message needs; the rest of it was passed over'
const noField = 'is no field: no name with a colon begins it'

function continueField(head: OpenHead, content: Uint8Array): void {
  const field = head.fields.at(-1)
  if (!head.keeping || !field) return
  head.size += content.length
  field.size += content.length
  if (field.size <= longestField) field.pieces.push(content)
}

function headOf({ line, from, fields, unread }: OpenHead, body: number): Head {
  return {
    line,
    from,
    body,
    unread,
    fields: fields.map((field) => ({
      name: field.name,
      bytes: joinBytes(field.pieces).subarray(0, longestField),
      line: field.line,
    })),
  }
}

/** "From ", which begins a message in a mailbox. */
const from = [0x46, 0x72, 0x6f, 0x6d, 0x20]

function beginsWithFrom(content: Uint8Array): boolean {
  return content[0] === 0x46 && from.every((byte, at) => content[at] === byte)
}

/** A clock time and a year, whatever order and zone the program writes the rest in. */
function hasDate(content: Uint8Array): boolean {
  if (content.length > 500) return false
  const text = decodeText(content)
  return /\b\d{1,2}:\d{2}(?::\d{2})?\b/.test(text) && /\b(?:19|20)\d{2}\b/.test(text)
}

function isSeparator(candidate: Candidate, next: ByteLine): boolean {
  const content = next.bytes.subarray(0, next.length)
  const name = fieldName(content)
  if (name === null) return beginsWithFrom(content.subarray(1)) && candidate.isDated
  return candidate.isDated || (candidate.afterBlank && isCommon(name))
}

/** Fields that a message begins with; "Note:" after a sentence that begins with "From" is none of them. */
function isCommon(name: string): boolean {
  return (
    wanted.has(name) || /^(?:x-|received|return-path|delivered-to|mime-version|sender)/.test(name)
  )
}

/** In small letters; null if the line is no field. */
function fieldName(content: Uint8Array): string | null {
  const colon = content.indexOf(0x3a)
  if (colon < 1 || colon > 200) return null
  const name = decodeText(content.subarray(0, colon)).trimEnd()
  return /^[!-9;-~]+$/.test(name) ? name.toLowerCase() : null
}

/** Apple Mail begins a message with the count of its bytes. */
function isCount(content: Uint8Array): boolean {
  return content.length < 20 && /^\d+\s*$/.test(decodeText(content))
}
