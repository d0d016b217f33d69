import type { CSSProperties, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { joined } from './Type.tsx'
import styles from './Thread.module.css'

interface ThreadProps {
  readonly strength: 'strong' | 'moderate' | 'weak' | 'asleep'
  /** Pixels. */
  readonly length?: number
  /** Instead of the plain word: "moderate, and growing". */
  readonly words?: string
}

/** A tie between two people, always with the word beside it. */
export function Thread({ strength, length = 44, words }: ThreadProps): ReactNode {
  const t = useWords()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- React has no type for a variable of CSS
  const style = { '--length': `${length}px` } as CSSProperties
  return (
    <span className={styles.thread}>
      <span aria-hidden className={joined([styles.strands, styles[strength]])} style={style} />
      {words ?? t(`tie.${strength}`)}
    </span>
  )
}
