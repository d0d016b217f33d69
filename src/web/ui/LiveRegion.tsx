import { type ReactNode, useSyncExternalStore } from 'react'
import styles from './LiveRegion.module.css'

let said = ''
const listeners = new Set<() => void>()

/** Says something to those who listen instead of look; politely, after what is being read. */
export function announce(sentence: string): void {
  // The same sentence twice is news twice: a space that nobody hears makes it another text.
  said = sentence === said ? `${sentence}\u00a0` : sentence
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function LiveRegion(): ReactNode {
  const sentence = useSyncExternalStore(listen, () => said)
  return (
    <div role="status" aria-live="polite" className={styles.unseen}>
      {sentence}
    </div>
  )
}

/** For eyes that do not see: said aloud, not shown. */
export function Unseen({ children }: { children: ReactNode }): ReactNode {
  return <span className={styles.unseen}>{children}</span>
}
