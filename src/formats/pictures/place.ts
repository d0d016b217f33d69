import { letters, type PictureType } from './picture-type.ts'

/**
 * A picture without the place a camera wrote into it (Exif GPS, and the same in XMP): zeros and spaces of equal length
 * stand there, so that nothing else moves. The same bytes where there was none; a PDF stays as it is.
 */
export function withoutPlace(given: Uint8Array, type: PictureType): Uint8Array {
  const bytes = new Uint8Array(given)
  const found = blankers[type](bytes)
  return found ? bytes : given
}

const blankers: Readonly<Record<PictureType, (bytes: Uint8Array) => boolean>> = {
  'image/jpeg': blankAnywhere,
  'image/heic': blankAnywhere,
  'image/png': blankInPng,
  'image/webp': blankInWebp,
  'application/pdf': () => false,
}

/** A file may hold pictures within pictures, each with a place of its own. */
function blankAnywhere(bytes: Uint8Array): boolean {
  let found = false
  for (const at of placesOf(bytes, 'Exif\0\0')) found = blankTiff(bytes.subarray(at + 6)) || found
  return blankXmp(bytes) || found
}

function blankInWebp(bytes: Uint8Array): boolean {
  let found = false
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = numberAt(bytes, at + 4, 4, true)
    const data = bytes.subarray(at + 8, at + 8 + size)
    const name = letters(bytes, at, 4)
    if (name === 'EXIF') found = blankTiff(data.subarray(startOfTiff(data))) || found
    if (name === 'XMP ') found = blankXmp(data) || found
    at += 8 + size + (size % 2)
  }
  return found
}

function startOfTiff(data: Uint8Array): number {
  return letters(data, 0, 6) === 'Exif\0\0' ? 6 : 0
}

function blankInPng(bytes: Uint8Array): boolean {
  let found = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const size = numberAt(bytes, at, 4, false)
    const name = letters(bytes, at + 4, 4)
    const data = bytes.subarray(at + 8, at + 8 + size)
    const isBlanked =
      name === 'eXIf'
        ? blankTiff(data)
        : name === 'iTXt' || name === 'tEXt'
          ? blankXmp(data)
          : false
    if (isBlanked) writeCrc(bytes, at + 4, size + 4)
    found = found || isBlanked
    at += 12 + size
  }
  return found
}

const gpsTag = 0x8825
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** TIFF 6.0: a list of entries of twelve bytes; one of them says where the list of the place is. */
function blankTiff(tiff: Uint8Array): boolean {
  const order = letters(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return false
  const little = order === 'II'
  const list = numberAt(tiff, 4, 4, little)
  for (const entry of entriesAt(tiff, list, little)) {
    if (numberAt(tiff, entry, 2, little) !== gpsTag) continue
    return blankList(tiff, numberAt(tiff, entry + 8, 4, little), little)
  }
  return false
}

function blankList(tiff: Uint8Array, list: number, little: boolean): boolean {
  const entries = entriesAt(tiff, list, little)
  for (const entry of entries) {
    const size = sizes[numberAt(tiff, entry + 2, 2, little)] ?? 1
    const length = size * numberAt(tiff, entry + 4, 4, little)
    const at = numberAt(tiff, entry + 8, 4, little)
    if (length > 4) tiff.fill(0, at, Math.min(at + length, tiff.length))
    tiff.fill(0, entry, entry + 12)
  }
  if (entries.length > 0) tiff.fill(0, list, list + 2)
  return entries.length > 0
}

const mostEntries = 1000

function entriesAt(tiff: Uint8Array, list: number, little: boolean): number[] {
  const count = Math.min(numberAt(tiff, list, 2, little), mostEntries)
  const starts = Array.from({ length: count }, (_, at) => list + 2 + at * 12)
  return starts.filter((start) => start + 12 <= tiff.length)
}

/** `exif:GPSLatitude="41,23N"` and `<exif:GPSLatitude>…</exif:GPSLatitude>`: only the value goes. */
function blankXmp(bytes: Uint8Array): boolean {
  let found = false
  for (const at of placesOf(bytes, 'exif:GPS')) {
    const near = letters(bytes, at, 400)
    const value = /^[\w:]{1,80}\s*(?:=\s*(["'])([^"'<>]*)\1|>([^<>]*)<)/.exec(near)
    const text = value?.[2] ?? value?.[3] ?? ''
    if (!value || text === '') continue
    const start = at + value[0].length - 1 - text.length
    bytes.fill(0x20, start, start + text.length)
    found = true
  }
  return found
}

function* placesOf(bytes: Uint8Array, word: string): Generator<number> {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (letters(bytes, at, word.length) === word) yield at
  }
}

function numberAt(bytes: Uint8Array, at: number, count: number, little: boolean): number {
  let number = 0
  for (let step = 0; step < count; step++) {
    const place = little ? at + count - 1 - step : at + step
    number = number * 256 + (bytes[place] ?? 0)
  }
  return number
}

/** The check of a chunk of PNG (ISO 3309), over its name and data. */
function writeCrc(bytes: Uint8Array, from: number, length: number): void {
  let crc = 0xffffffff
  for (let at = from; at < from + length; at++) {
    crc ^= bytes[at] ?? 0
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  const check = (crc ^ 0xffffffff) >>> 0
  for (let at = 0; at < 4; at++) bytes[from + length + at] = (check >>> (24 - at * 8)) & 0xff
}
