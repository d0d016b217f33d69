import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { squaresOf } from './qr-path.ts'

test('every dark square of a code is drawn, and no other', () => {
  const text = 'https://192.168.1.7:4747/?token=Vf3tIdRFU0A9_QI93h0LeT8dPHaVKh6w1Maox_fJXJ8'
  const { size, path } = squaresOf(text)
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at++) {
      const row = drawn[Number(y)]
      if (row) row[Number(x) + at] = true
    }
  }
  expect(drawn).toEqual(encode(text, { ecc: 'M', border: 4 }).data)
  // Quiet space all around.
  expect([drawn[0], drawn[3], drawn.at(-1)].flat().some(Boolean)).toBe(false)
})
