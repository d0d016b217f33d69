import { createHash } from 'node:crypto'
import type { World } from './context.ts'

/** A secret of 256 bits, as it is written in addresses and headers. */
export function newSecret(world: World): string {
  return Buffer.from(world.random(32)).toString('base64url')
}

/** What is kept of a secret. It is too long to be guessed from its digest, so no salt is needed. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
