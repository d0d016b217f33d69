import { type KeyboardEvent, useState } from 'react'
import type { Turn } from './shapes.ts'

interface Stops {
  /** The turn at which Tab stops; null where none can be chosen. */
  readonly stop: number | null
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Hundreds of turns are one stop of Tab: arrows go from one to the next. It begins with the turn one came for. */
export function useStops(turns: readonly Turn[], at: number | null): Stops {
  const [chosen, setChosen] = useState(at)
  const open = turns.filter(({ offRecord }) => !offRecord)
  const stop = open.find(({ number }) => number === chosen) ?? open[0]

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target, currentTarget, key } = event
    if (!(target instanceof HTMLElement) || target.dataset['choose'] === undefined) return
    const all = [...currentTarget.querySelectorAll<HTMLElement>('[data-choose]')]
    const next = all[nextAt(key, all.indexOf(target), all.length)]
    if (!next) return
    event.preventDefault()
    setChosen(Number(next.dataset['choose']))
    next.focus()
  }
  return { stop: stop?.number ?? null, onKeyDown }
}

/** Which of `count` comes next; outside of them for every other key. */
function nextAt(key: string, now: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(now + 1, count - 1)
    case 'ArrowUp':
      return Math.max(now - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}
