import type { ReactNode } from 'react'
import { Type } from '../ui/Type.tsx'
import { capitalized, useWords } from '../words/words.ts'
import styles from './Reader.module.css'

interface LostLinesProps {
  readonly losses: readonly { readonly line: number; readonly says: string }[]
  readonly count: number
}

/** What of a file did not come over whole, line by line, for whoever wants to know. */
export function LostLines({ losses, count }: LostLinesProps): ReactNode {
  const t = useWords()
  if (count === 0) return null
  return (
    <details className={styles.lost}>
      <summary>{capitalized(t('voices.bringing.lost', { count }))}</summary>
      <ul>
        {losses.map(({ line, says }) => (
          <li key={`${line} ${says}`}>
            <Type look="quiet">{t('voices.bringing.line', { line })}</Type> {says}
          </li>
        ))}
      </ul>
    </details>
  )
}
