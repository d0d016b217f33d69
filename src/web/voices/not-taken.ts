import type { NotTaken } from '../offline/shared.ts'

const reasons: ReadonlySet<string> = new Set([
  'signed-out',
  'too-many',
  'too-large',
  'no-room',
  'empty',
  'unreadable',
] satisfies NotTaken[])

/** Of an address only why nothing was taken; what was shared never stands in one. */
export function notTakenIn({ not }: Readonly<Record<string, unknown>>): {
  readonly not?: NotTaken
} {
  return isReason(not) ? { not } : {}
}

function isReason(value: unknown): value is NotTaken {
  return typeof value === 'string' && reasons.has(value)
}
