import type { ReactNode } from 'react'
import styles from './Empty.module.css'

/** Nothing here yet: one sentence, and one thing to do. */
export function Empty({
  sentence,
  children,
}: {
  sentence: ReactNode
  children?: ReactNode
}): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.sentence}>{sentence}</p>
      {children === undefined ? null : <div className={styles.act}>{children}</div>}
    </div>
  )
}
