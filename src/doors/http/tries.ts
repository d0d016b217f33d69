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

  /** Counts a try before it is known how it ends, so that many at once are not more; what it gives takes it back. */
  count(from: string): () => void {
    if (this.isOver(from)) return () => {}
    this.#together += 1
    this.#each.set(from, this.#of(from) + 1)
    const began = this.#began
    return () => {
      if (this.#began === began) this.#uncount(from)
    }
  }

  #uncount(from: string): void {
    this.#together -= 1
    const left = this.#of(from) - 1
    if (left > 0) this.#each.set(from, left)
    else this.#each.delete(from)
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
