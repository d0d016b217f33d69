import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** Pixels row by row; a pixel is 0xRRGGBB. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const bytesPerPixel: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

/** Reads what browsers make of a page: eight bits a channel, not interlaced (PNG, third edition, W3C 2025). */
export function readPng(file: Buffer): Picture {
  const chunks = [...chunksIn(file)]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  const bytes = header && bytesPerPixel[header[9] ?? -1]
  if (!header || !bytes || header[8] !== 8) throw new Error('This is no picture of a browser')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const data = chunks.filter(({ type }) => type === 'IDAT').map((one) => one.data)
  const rows = unfiltered(inflateSync(Buffer.concat(data)), { width, height, bytes })
  const pixels = new Uint32Array(width * height)
  for (let at = 0; at < pixels.length; at++) {
    pixels[at] = rows.readUIntBE(at * bytes, 3)
  }
  return { width, height, pixels }
}

/** Writes a picture with a palette: of at most 256 colours, of which `indexes` name one for each pixel. */
export function writePng(
  { width, height }: Picture,
  colours: readonly number[],
  indexes: Uint8Array,
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.alloc(colours.length * 3)
  for (const [at, colour] of colours.entries()) palette.writeUIntBE(colour, at * 3, 3)
  // Each row begins with its filter, and none does best where colours are numbers in a list.
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function* chunksIn(file: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = signature.length; at < file.length;) {
    const length = file.readUInt32BE(at)
    yield {
      type: file.toString('latin1', at + 4, at + 8),
      data: file.subarray(at + 8, at + 8 + length),
    }
    at += 12 + length
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length)
  return whole
}

interface Measures {
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** Takes back the filter of each row (section 9 of the standard): a byte is told from those left of it and above. */
function unfiltered(raw: Buffer, { width, height, bytes }: Measures): Buffer {
  const length = width * bytes
  const rows = Buffer.alloc(length * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (length + 1)] ?? 0
    for (let x = 0; x < length; x++) {
      const here = y * length + x
      const left = x < bytes ? 0 : (rows[here - bytes] ?? 0)
      const above = y === 0 ? 0 : (rows[here - length] ?? 0)
      const corner = x < bytes || y === 0 ? 0 : (rows[here - length - bytes] ?? 0)
      const told = foretold(filter, { left, above, corner })
      rows[here] = (raw[y * (length + 1) + 1 + x] ?? 0) + told
    }
  }
  return rows
}

interface Neighbours {
  readonly left: number
  readonly above: number
  readonly corner: number
}

function foretold(filter: number, { left, above, corner }: Neighbours): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  const guess = left + above - corner
  const toLeft = Math.abs(guess - left)
  const toAbove = Math.abs(guess - above)
  const toCorner = Math.abs(guess - corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
