import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { lighterPicture } from '../../scripts/lighter-picture.ts'
import { readPng } from '../../scripts/png.ts'

const width = 16
const height = 5
const paper = 0xf9f7f1

/** Mostly paper, with a slope of colour in each row. */
const pixels = Array.from({ length: width * height }, (_, at) =>
  at % width < 8 ? paper : (at * 37 * 0x10305) & 0xffffff,
)

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** As a browser writes it, each row with another of the filters 0, 1 and 2. */
function asOfABrowser(): Buffer {
  const plain = Buffer.alloc(width * height * 3)
  for (const [at, pixel] of pixels.entries()) plain.writeUIntBE(pixel, at * 3, 3)
  const rows = Array.from({ length: height }, (_row, y) => {
    const filter = y % 3
    const row = Array.from({ length: width * 3 }, (_byte, x) => {
      const here = y * width * 3 + x
      const left = x < 3 ? 0 : (plain[here - 3] ?? 0)
      const above = y === 0 ? 0 : (plain[here - width * 3] ?? 0)
      return (plain[here] ?? 0) - ([0, left, above][filter] ?? 0)
    })
    return Buffer.from([filter, ...row.map((byte) => byte & 0xff)])
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a picture of a browser is read pixel for pixel', () => {
  expect([...readPng(asOfABrowser()).pixels]).toEqual(pixels)
})

test('a picture is written with a palette that keeps its grounds as they are', () => {
  const lighter = lighterPicture(asOfABrowser())
  // Colour type 3 is a palette; its first colour is the most frequent.
  expect(lighter[25]).toBe(3)
  const palette = lighter.indexOf('PLTE') + 4
  expect(lighter.readUIntBE(palette, 3)).toBe(paper)
})

test('what is no picture of a browser is refused', () => {
  expect(() => lighterPicture(lighterPicture(asOfABrowser()))).toThrow('no picture of a browser')
})
