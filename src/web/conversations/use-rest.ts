import { useEffect, useRef } from 'react'

/** Milliseconds after which an answer counts as given: arrows and thumbs pass over those between. */
const rest = 700

interface Waiting<Value> {
  readonly value: Value
  readonly timer: ReturnType<typeof setTimeout>
}

/** Gives only the answer at which somebody stays; whoever leaves the page has stayed at the last one. */
export function useRest<Value>(give: (value: Value) => void): (value: Value) => void {
  const waiting = useRef<Waiting<Value> | null>(null)
  const latest = useRef(give)
  useEffect(() => {
    latest.current = give
  })
  useEffect(() => {
    const leave = (): void => settle(waiting, latest)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return (value) => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = { value, timer: setTimeout(() => settle(waiting, latest), rest) }
  }
}

function settle<Value>(
  waiting: { current: Waiting<Value> | null },
  { current: give }: { readonly current: (value: Value) => void },
): void {
  const now = waiting.current
  if (!now) return
  clearTimeout(now.timer)
  waiting.current = null
  give(now.value)
}
