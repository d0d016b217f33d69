import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePng } from './png.ts'

/**
 * `node scripts/icons.ts` draws the icons of the installed app from the house mark (src/web/public/sobremesa.svg): a
 * plate on two threads, wine on linen. Phones cut their own shape out of them, so linen goes to every edge.
 */
const linen = [0xf9, 0xf7, 0xf1] as const
const wine = [0x7b, 0x2a, 0x3d] as const
const steps = 255
/** Points looked at on each side of a pixel. */
const fine = 4

/** How much of the side the mark takes; what a phone cuts to a circle keeps the inner eighty in a hundred. */
const icons = [
  { name: 'icon-192.png', side: 192, share: 0.74 },
  { name: 'icon-512.png', side: 512, share: 0.74 },
  { name: 'maskable-192.png', side: 192, share: 0.56 },
  { name: 'maskable-512.png', side: 512, share: 0.56 },
  { name: 'apple-touch-icon.png', side: 180, share: 0.7 },
] as const

/** The mark in the measures of its SVG, whose view is 32 wide and begins at -3, -1. */
const centre = { x: 13, y: 15 }
const span = 30

function isInk(x: number, y: number): boolean {
  const fromPlate = Math.hypot(x - 13, y - 11)
  const plate = Math.abs(fromPlate - 9.6) <= 1.1 || Math.abs(fromPlate - 5) <= 0.65
  const threads = x >= 1 && x <= 25 && (Math.abs(y - 24.4) <= 1.3 || Math.abs(y - 28.2) <= 0.65)
  return plate || threads
}

function iconOf(side: number, share: number): Buffer {
  const unit = span / (side * share)
  const indexes = new Uint8Array(side * side)
  for (let at = 0; at < indexes.length; at++) {
    let ink = 0
    for (let point = 0; point < fine * fine; point++) {
      const right = (at % side) + ((point % fine) + 0.5) / fine - side / 2
      const down = Math.floor(at / side) + (Math.floor(point / fine) + 0.5) / fine - side / 2
      if (isInk(centre.x + right * unit, centre.y + down * unit)) ink++
    }
    indexes[at] = Math.round((ink / (fine * fine)) * steps)
  }
  return writePng({ width: side, height: side, pixels: new Uint32Array() }, colours(), indexes)
}

function colours(): number[] {
  return Array.from({ length: steps + 1 }, (_, step) =>
    linen.reduce((colour, from, at) => {
      const to = wine[at] ?? from
      return colour * 256 + Math.round(from + ((to - from) * step) / steps)
    }, 0),
  )
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../src/web/public/icons')
  mkdirSync(folder, { recursive: true })
  for (const { name, side, share } of icons) writeFileSync(join(folder, name), iconOf(side, share))
}
