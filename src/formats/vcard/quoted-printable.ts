/**
 * Quoted-printable (RFC 2045, 6.7), as much of it as vCard 2.1 uses: soft breaks are already gone.
 * An `=` that no two hex digits follow stays as it stands, and `damaged` says so.
 */
export function decodeQuotedPrintable(bytes: Uint8Array): { bytes: Uint8Array; damaged: boolean } {
  const decoded = new Uint8Array(bytes.length)
  let length = 0
  let damaged = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    const value = byte === equals ? hexPair(bytes[at + 1], bytes[at + 2]) : null
    if (value !== null) at += 2
    else if (byte === equals && at < bytes.length - 1) damaged = true
    decoded[length] = value ?? byte
    length += 1
  }
  return { bytes: decoded.subarray(0, length), damaged }
}

const equals = 0x3d

function hexPair(high: number | undefined, low: number | undefined): number | null {
  const first = hexDigit(high)
  const second = hexDigit(low)
  return first === null || second === null ? null : first * 16 + second
}

function hexDigit(byte = 0): number | null {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte & 0xdf
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x41 + 10 : null
}
