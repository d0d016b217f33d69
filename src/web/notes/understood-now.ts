import { useDeferredValue, useSyncExternalStore } from 'react'
import { sameOr, type Understood } from './understood-groups.ts'

/** What was understood last, for whoever shows it. */
export interface UnderstoodNow {
  readonly now: () => Understood
  readonly become: (understood: Understood) => void
  /** Gives the way to call it off. */
  readonly listen: (hear: () => void) => () => void
}

export function createUnderstoodNow(): UnderstoodNow {
  let now: Understood = { groups: [], count: 0, offRecord: 0 }
  const listeners = new Set<() => void>()
  return {
    now: () => now,
    become(understood) {
      const next = sameOr(understood)(now)
      if (next === now) return
      now = next
      for (const hear of listeners) hear()
    },
    listen(hear) {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}

/** Drawn when no key is waiting. */
export function useUnderstoodNow({ listen, now }: UnderstoodNow): Understood {
  return useDeferredValue(useSyncExternalStore(listen, now))
}
