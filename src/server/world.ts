import { randomBytes, randomFillSync } from 'node:crypto'
import { instantOf } from '../kit/days.ts'
import type { World } from '../platform/context.ts'

/** The system is asked for many random bytes at once: each asking costs more than the bytes, and an id needs ten. */
const pool = new Uint8Array(8192)
let used = pool.length

/** The clock on the wall and the dice of this machine. */
export const realWorld: World = { now: () => instantOf(Date.now()), random }

function random(bytes: number): Uint8Array {
  if (bytes > pool.length) return randomBytes(bytes)
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const drawn = pool.slice(used, used + bytes)
  // What was given out is not kept: some of it becomes keys.
  pool.fill(0, used, used + bytes)
  used += bytes
  return drawn
}
