import { type RefObject, useEffect, useRef } from 'react'

/** When the button that was pressed is gone, the keyboard goes on at the first of those that came in its place. */
export function useKeptFocus(place: RefObject<HTMLElement | null>, state: unknown): void {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus()
  }, [place, state])
}
