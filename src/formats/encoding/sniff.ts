export type Encoding = 'ascii-like' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'binary'

/** How many bytes of a file `sniff` likes to see. */
export const bytesToSniff = 4096

const signatures: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff], // JPEG
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and with it XLSX and DOCX
  [0x1f, 0x8b, 0x08], // gzip
  [0xd0, 0xcf, 0x11, 0xe0], // old Office, MSG
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], // SQLite
  [0x7f, 0x45, 0x4c, 0x46], // ELF
]

/**
 * What a file is written in, by its first bytes. Whether an `ascii-like` one is UTF-8 or an old
 * 8-bit charset is decided line by line, because one file often holds both.
 */
export function sniff(head: Uint8Array): Encoding {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8-bom'
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  if (signatures.some((signature) => startsWith(head, signature))) return 'binary'
  return byItsBytes(head)
}

/** UTF-16 without a mark has a NUL in every other byte of its plain letters; text never has more than a stray control.
 * Of bytes without any order, as in what is packed or encrypted, one in ten is a control. */
function byItsBytes(head: Uint8Array): Encoding {
  const nulls = [0, 0]
  let controls = 0
  head.forEach((byte, at) => {
    if (byte === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1
    if (byte === 0 || (byte < 0x20 && !isTextControl(byte))) controls++
  })
  const [even = 0, odd = 0] = nulls
  const half = head.length / 2
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le'
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be'
  const isFull = controls > head.length * 0.1 || controls > Math.max(8, head.length * 0.02)
  return isFull ? 'binary' : 'ascii-like'
}

/** Tab, line feed, vertical tab, form feed, carriage return, the escape of ISO-2022, the old end-of-file. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1a
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte)
}
