interface Table {
  readonly at: number
  readonly count: number
  /** How many rows are in sight. */
  readonly visible: number
}

/** The row that a key leads to, or null when the key is not one for moving. */
export function stepInTable(key: string, { at, count, visible }: Table): number | null {
  if (count === 0) return null
  const page = Math.max(1, visible - 1)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }
  const next = steps[key]
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next))
}
