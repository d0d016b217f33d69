import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Unseen } from './LiveRegion.tsx'
import styles from './Waiting.module.css'

/** Quiet lines where words are about to stand; they appear only when it takes a moment. */
export function Waiting({ lines = 4 }: { lines?: number }): ReactNode {
  const t = useWords()
  return (
    <div className={styles.waiting} role="status">
      <Unseen>{t('shell.loading')}</Unseen>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className={styles.line} />
      ))}
    </div>
  )
}
