import { useSyncExternalStore } from 'react'

/** Whether something that few screens need was asked for since this page was opened; from then on it stays. */
export interface Asked {
  readonly ask: () => void
  readonly isAsked: () => boolean
  readonly listen: (listener: () => void) => () => void
}

export function notAsked(): Asked {
  let asked = false
  const listeners = new Set<() => void>()
  return {
    ask() {
      if (asked) return
      asked = true
      for (const listener of listeners) listener()
    },
    isAsked: () => asked,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useAsked({ isAsked, listen }: Asked): boolean {
  return useSyncExternalStore(listen, isAsked)
}
