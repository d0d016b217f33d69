import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureTypeOf, pictureTypes } from './picture-type.ts'
import { withoutPlace } from './place.ts'

function bytesOf(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : [...part],
    ),
  )
}

/** Exif with a model ("Cam") and a place whose latitude stands behind the list: 41 degrees. */
const tiff = bytesOf(
  ['I', 'I'].map((sign) => sign.charCodeAt(0)),
  [42, 0, 8, 0, 0, 0],
  [2, 0],
  [0x10, 0x01, 2, 0, 4, 0, 0, 0],
  'Cam\0',
  [0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0],
  [0, 0, 0, 0],
  [1, 0],
  [2, 0, 5, 0, 1, 0, 0, 0, 56, 0, 0, 0],
  [0, 0, 0, 0],
  [41, 0, 0, 0, 1, 0, 0, 0],
)
const xmp = '<x:xmpmeta exif:GPSLatitude="41,23N" dc:title="Notes"/>'

function holds(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes).toString('latin1').includes(text)
}

test('a photo keeps its size, its camera and its words, and loses where it was taken', () => {
  const jpeg = bytesOf([0xff, 0xd8, 0xff, 0xe1, 0, 90], 'Exif\0\0', [...tiff], xmp, [0xff, 0xd9])
  const bare = withoutPlace(jpeg, 'image/jpeg')
  expect(bare.length).toBe(jpeg.length)
  expect(holds(bare, 'Cam')).toBe(true)
  expect(holds(bare, 'dc:title="Notes"')).toBe(true)
  expect(holds(bare, '41,23N')).toBe(false)
  expect(bare.includes(41)).toBe(false)
  expect(holds(jpeg, '41,23N')).toBe(true)
})

test('a PNG without its place has the right check behind it', () => {
  const chunk = bytesOf('eXIf', [...tiff])
  const png = bytesOf([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, tiff.length], [...chunk], [9, 9, 9, 9])
  const bare = withoutPlace(png, 'image/png')
  expect(bare.length).toBe(png.length)
  expect(Array.from(bare.subarray(-4))).not.toEqual([9, 9, 9, 9])
  expect(bare.subarray(20, -4).includes(41)).toBe(false)
})

test('a WebP loses its place too', () => {
  const webp = bytesOf('RIFF', [0, 0, 0, 0], 'WEBPEXIF', [tiff.length, 0, 0, 0], [...tiff])
  expect(withoutPlace(webp, 'image/webp').subarray(20).includes(41)).toBe(false)
})

test('a picture without a place is given back as it is', () => {
  const jpeg = bytesOf([0xff, 0xd8, 0xff, 0xd9])
  expect(withoutPlace(jpeg, 'image/jpeg')).toBe(jpeg)
})

test('what a picture is, its bytes say', () => {
  expect(pictureTypeOf(bytesOf([0xff, 0xd8, 0xff]))).toBe('image/jpeg')
  expect(pictureTypeOf(bytesOf([0, 0, 0, 24], 'ftypheic'))).toBe('image/heic')
  expect(pictureTypeOf(bytesOf('%PDF-1.7'))).toBe('application/pdf')
  expect(pictureTypeOf(bytesOf('<svg onload="alert(1)">'))).toBeNull()
})

test('whatever bytes call themselves a picture, they stay as many', () => {
  const part = fc.constantFrom(
    bytesOf('Exif\0\0'),
    tiff,
    bytesOf(xmp),
    bytesOf('eXIf'),
    bytesOf('EXIF'),
    bytesOf('exif:GPSx="'),
  )
  const parts = fc.array(fc.oneof(part, fc.uint8Array({ maxLength: 30 })), { maxLength: 12 })
  fc.assert(
    fc.property(parts, fc.constantFrom(...pictureTypes), (all, type) => {
      const bytes = bytesOf(...all.map((one) => [...one]))
      expect(withoutPlace(bytes, type).length).toBe(bytes.length)
    }),
    { numRuns: 300 },
  )
})
