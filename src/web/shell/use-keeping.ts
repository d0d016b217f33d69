import { useEffect, useRef } from 'react'

/** Milliseconds after the last key. */
const pause = 800

interface Told<Kept> {
  readonly onKept: (kept: Kept, isLatest: boolean) => void
  readonly onRefused: (error: unknown) => void
}

interface Keeper<Words, Kept> {
  /** What waits is kept now; the last that was kept, null after a refusal. */
  readonly now: () => Promise<Kept | null>
  readonly atOnce: (words: Words) => Promise<Kept | null>
  readonly later: (words: Words) => void
  readonly forget: () => void
}

/** Keeps words a moment later, or at once, one after the other; leaving the page keeps what waits. */
export function useKeeping<Words, Kept>(
  verb: (words: Words) => Promise<Kept>,
  told: Told<Kept>,
): Keeper<Words, Kept> {
  const waiting = useRef<Words | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const line = useRef<Promise<Kept | null>>(Promise.resolve(null))
  const last = useRef<Words | null>(null)
  const latest = useRef(told)
  useEffect(() => {
    latest.current = told
  })

  async function keep(words: Words): Promise<Kept | null> {
    try {
      const kept = await verb(words)
      latest.current.onKept(kept, waiting.current === null && last.current === words)
      return kept
    } catch (error) {
      // Tried again with the next key, or when the page is left.
      if (last.current === words) waiting.current ??= words
      latest.current.onRefused(error)
      return null
    }
  }

  function atOnce(words: Words): Promise<Kept | null> {
    clearTimeout(timer.current)
    waiting.current = null
    last.current = words
    line.current = line.current.then(() => keep(words))
    return line.current
  }

  const now = (): Promise<Kept | null> =>
    waiting.current === null ? line.current : atOnce(waiting.current)
  const leave = useRef(now)
  useEffect(() => () => void leave.current(), [])

  return {
    now,
    atOnce,
    later(words: Words): void {
      waiting.current = words
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void now(), pause)
    },
    forget(): void {
      clearTimeout(timer.current)
      waiting.current = null
    },
  }
}
