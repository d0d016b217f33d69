import { useSyncExternalStore } from 'react'
import { isSignedOut, isUnreachable } from './refusal.ts'

/** How we stand with the server. */
export type Connection = 'reached' | 'unreachable' | 'signed-out'

let now: Connection = 'reached'
const listeners = new Set<() => void>()

export function noteConnection(next: Connection): void {
  if (next === now) return
  now = next
  for (const listener of listeners) listener()
}

/** What a refusal says about how we stand; most say nothing. */
export function noteFailure(error: unknown): void {
  if (isSignedOut(error)) noteConnection('signed-out')
  else if (isUnreachable(error)) noteConnection('unreachable')
}

export function standsUnreachable(): boolean {
  return now === 'unreachable'
}

export function standsReached(): boolean {
  return now === 'reached'
}

/** Called each time somebody answers again. */
export function onReached(hear: () => void): void {
  listeners.add(() => {
    if (now === 'reached') hear()
  })
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
