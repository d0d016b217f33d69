/** In one span of ten minutes: wrong tries of one address, and of all together. */
export const triesAllowed = { each: 20, together: 500 } as const
const span = 10 * 60_000

/**
 * Counts tries by where they came from. `now` counts milliseconds and never goes back. It holds no more names than
 * tries are counted, and forgets them all when a span is over.
 */
export class Tries {
  readonly #now: () => number
  #began = Number.NEGATIVE_INFINITY
  #together = 0
  readonly #each = new Map<string, number>()

  constructor(now: () => number) {
    this.#now = now
  }

  isOver(from: string): boolean {
    this.#turn()
    return this.#together >= triesAllowed.together || this.#of(from) >= triesAllowed.each
  }

  count(from: string): void {
    this.#turn()
    if (this.isOver(from)) return
    this.#together += 1
    this.#each.set(from, this.#of(from) + 1)
  }

  #of(from: string): number {
    return this.#each.get(from) ?? 0
  }

  #turn(): void {
    if (this.#now() - this.#began < span) return
    this.#began = this.#now()
    this.#together = 0
    this.#each.clear()
  }
}
