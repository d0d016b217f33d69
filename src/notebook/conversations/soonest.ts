/** A next step, as far as its turn hangs on it. */
interface Turn {
  readonly what: string
  /** A day or an instant; null where nothing presses. */
  readonly by: string | null
}

/** What is yours to do comes before what only runs; then the earlier day. */
export function isSooner(one: Turn, other: Turn): boolean {
  return rank(one) < rank(other)
}

function rank({ what, by }: Turn): string {
  return `${what === 'wait' ? 1 : 0}${by ?? '9'}`
}
