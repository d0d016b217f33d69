import { decodeText, decodeTextAs } from '../encoding/decode.ts'
import type { Parameter, Property } from './card.ts'
import { longestHead } from './limits.ts'
import { decodeQuotedPrintable } from './quoted-printable.ts'

const colon = 0x3a
const quote = 0x22
const namePattern = /^(?:([\w-]+)\.)?([\w/-]+)$/
const quotedPrintableSays = 'holds damaged quoted-printable text; what could be read of it was kept'

/** A property out of its unfolded line; null if the line is none. */
export function parseProperty(bytes: Uint8Array, line: number): Property | null {
  const end = headLength(bytes)
  if (end === -1 || end > longestHead) return null
  const [names = '', ...pieces] = cutOutsideQuotes(decodeText(bytes.subarray(0, end)), ';')
  const match = namePattern.exec(names.trim())
  if (!match?.[2]) return null
  const all = pieces.filter((piece) => piece.trim() !== '').map(parseParameter)
  const { text, damaged } = decodeValue(bytes.subarray(end + 1), all)
  return {
    group: match[1] ?? null,
    name: match[2].toUpperCase(),
    written: match[2],
    parameters: all.length === 0 ? all : all.filter((one) => !isTransport(one)),
    value: text,
    line,
    damage: damaged ? quotedPrintableSays : null,
  }
}

/** Up to the first colon outside quotation marks, or, where a mark is never closed, the first of all. */
function headLength(bytes: Uint8Array): number {
  const first = bytes.indexOf(colon)
  const firstQuote = bytes.indexOf(quote)
  if (firstQuote === -1 || first < firstQuote) return first
  let quoted = false
  for (let at = firstQuote; at < bytes.length; at++) {
    if (bytes[at] === quote) quoted = !quoted
    if (bytes[at] === colon && !quoted) return at
  }
  return first
}

function parseParameter(piece: string): Parameter {
  const equals = piece.indexOf('=')
  // Samsung and other phones write their own labels as X-CUSTOM(CHARSET=…,ENCODING=…,label).
  if (equals === -1 || piece.slice(0, equals).includes('('))
    return { name: '', values: [piece.trim()] }
  const values = cutOutsideQuotes(piece.slice(equals + 1), ',').map(withoutQuotes)
  return { name: piece.slice(0, equals).trim(), values }
}

function withoutQuotes(text: string): string {
  const bare = text.trim()
  return bare.length > 1 && bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1) : bare
}

function cutOutsideQuotes(text: string, separator: ';' | ','): string[] {
  if (!text.includes('"')) return text.split(separator)
  const pieces: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    if (text[at] !== separator || quoted) continue
    pieces.push(text.slice(from, at))
    from = at + 1
  }
  return [...pieces, text.slice(from)]
}

function decodeValue(
  bytes: Uint8Array,
  parameters: readonly Parameter[],
): { text: string; damaged: boolean } {
  if (parameters.length === 0) return { text: decodeText(bytes), damaged: false }
  const encoding = encodingOf(parameters)
  if (encoding === 'BASE64' || encoding === 'B') {
    return { text: decodeText(bytes).replace(/\s+/g, ''), damaged: false }
  }
  const charset = parameters.find((one) => one.name.toUpperCase() === 'CHARSET')?.values[0] ?? ''
  if (encoding !== 'QUOTED-PRINTABLE') return { text: decodeTextAs(charset, bytes), damaged: false }
  const plain = decodeQuotedPrintable(bytes)
  const text = decodeTextAs(charset, plain.bytes).replace(/\r\n?/g, '\n')
  return { text, damaged: plain.damaged }
}

function encodingOf(parameters: readonly Parameter[]): string {
  for (const { name, values } of parameters) {
    const value = (values[0] ?? '').toUpperCase()
    if (name.toUpperCase() === 'ENCODING') return value
    if (name === '' && (value === 'QUOTED-PRINTABLE' || value === 'BASE64')) return value
  }
  return ''
}

/** Said how the value was carried, which it no longer is; base64 stays, for so does its value. */
function isTransport(parameter: Parameter): boolean {
  const name = parameter.name.toUpperCase()
  if (name === 'CHARSET') return true
  const value = (parameter.values[0] ?? '').toUpperCase()
  if (name === 'ENCODING') return value !== 'BASE64' && value !== 'B'
  return name === '' && (value === 'QUOTED-PRINTABLE' || value === '8BIT' || value === '7BIT')
}
