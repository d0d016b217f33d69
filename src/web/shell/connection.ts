import { useSyncExternalStore } from 'react'

/** How we stand with the server. */
export type Connection = 'reached' | 'unreachable' | 'signed-out'

let now: Connection = 'reached'
const listeners = new Set<() => void>()

export function noteConnection(next: Connection): void {
  if (next === now) return
  now = next
  for (const listener of listeners) listener()
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => now,
  )
}
