export const pictureTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
] as const
export type PictureType = (typeof pictureTypes)[number]

const brandsOfHeic = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'])

/** What a picture is, by its first bytes and not by its name; null where it is none that is taken. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (letters(bytes, 1, 3) === 'PNG' && bytes[0] === 0x89) return 'image/png'
  if (letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (letters(bytes, 4, 4) === 'ftyp' && brandsOfHeic.has(letters(bytes, 8, 4))) return 'image/heic'
  return letters(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : null
}

export function letters(bytes: Uint8Array, at: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + count))
}
