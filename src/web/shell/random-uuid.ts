/**
 * Browsers give `crypto.randomUUID` to safe places only. At an address of plain http, where the notebook is written in
 * all the same, it is made of the random bytes that are there everywhere (RFC 9562, version 4).
 */
export function bringRandomUuid(): void {
  if ('randomUUID' in crypto) return
  Object.assign(crypto, { randomUUID: uuidOf })
}

export function uuidOf(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) => {
    if (at === 6) return ((byte & 0x0f) | 0x40).toString(16)
    if (at === 8) return ((byte & 0x3f) | 0x80).toString(16)
    return byte.toString(16).padStart(2, '0')
  })
  const part = (from: number, to: number): string => hex.slice(from, to).join('')
  return [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join('-')
}
