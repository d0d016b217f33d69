import { useSyncExternalStore } from 'react'

const phone = window.matchMedia('(max-width: 759px)')

/** Whether the page is as narrow as a phone. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => phone.matches)
}

function listen(listener: () => void): () => void {
  phone.addEventListener('change', listener)
  return () => phone.removeEventListener('change', listener)
}
