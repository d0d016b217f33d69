/**
 * The Encoding Standard is there in Node and in every browser, but not in the language's own
 * library, which is all that this ring may see; so the little that is used is declared here.
 */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

type Decoder = InstanceType<typeof TextDecoder>

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows1252 = new TextDecoder('windows-1252')
const encoder = new TextEncoder()
const decoders = new Map<string, Decoder | null>()
const mostLabels = 300

/** Text in UTF-8 if it can be, else in Windows-1252, which gives every byte a letter and so never fails. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

/** Text in a named charset (`Shift_JIS`, `ISO-8859-1`); an unknown name, or UTF-8 that is none, is decoded as if none was named. */
export function decodeTextAs(charset: string, bytes: Uint8Array): string {
  const label = charset.trim().toLowerCase()
  if (label === '' || label === 'utf-8' || label === 'utf8') return decodeText(bytes)
  return decoderFor(label)?.decode(bytes) ?? decodeText(bytes)
}

/** Text in UTF-8 if it can be, else in a named charset; if that is unknown too, in Windows-1252. */
export function decodeTextOr(charset: string, bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return decodeTextAs(charset, bytes)
  }
}

/** A decoder that may be fed in pieces, for the two UTF-16. What is damaged becomes U+FFFD. */
export function streamingDecoder(label: 'utf-16le' | 'utf-16be'): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(label)
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode())
}

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

function decoderFor(label: string): Decoder | null {
  const known = decoders.get(label)
  if (known !== undefined) return known
  if (decoders.size >= mostLabels) decoders.clear()
  const made = makeDecoder(label)
  decoders.set(label, made)
  return made
}

function makeDecoder(label: string): Decoder | null {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
