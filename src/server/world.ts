import { randomBytes } from 'node:crypto'
import { instantOf } from '../kit/days.ts'
import type { World } from '../platform/context.ts'

/** The clock on the wall and the dice of this machine. */
export const realWorld: World = {
  now: () => instantOf(Date.now()),
  random: (bytes) => randomBytes(bytes),
}
