/** Milliseconds without a key after which somebody has stopped for a moment. */
const aMoment = 1000
/** Who never stops is not waited for longer than so many. */
const atLatest = 30_000

let lastTyped = Number.NEGATIVE_INFINITY

/** From here on it is known when somebody types. */
export function mindTyping(): void {
  addEventListener('input', () => (lastTyped = performance.now()), { capture: true, passive: true })
}

/** Resolves when nobody types: what takes longer than a key may, and can wait, waits for this. */
export async function atRest(): Promise<void> {
  const end = performance.now() + atLatest
  for (;;) {
    const rest = Math.min(lastTyped + aMoment, end) - performance.now()
    if (rest <= 0) return
    await new Promise((resolve) => setTimeout(resolve, Math.ceil(rest)))
  }
}
