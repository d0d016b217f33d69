import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { familyOf, type Mark, wordOf } from './marks.ts'
import { joined } from './Type.tsx'
import styles from './MarkSquare.module.css'

interface MarkSquareProps {
  /** One of the eight signs, or `%` for a line off the record. */
  readonly mark: Mark | '%'
  /** Round inside a chip. */
  readonly round?: boolean
  /** Say the mark aloud; leave out where its word stands beside. */
  readonly spoken?: boolean
}

/** A mark as it stands in the gutter of a note, in the colour of its family. */
export function MarkSquare({ mark, round, spoken }: MarkSquareProps): ReactNode {
  const t = useWords()
  const family = mark === '%' ? 'off' : familyOf(mark)
  const classes = joined([styles.square, styles[family], round && styles.round])
  const sign = mark === '%' ? <Lock aria-hidden /> : mark
  if (!spoken) {
    return (
      <span aria-hidden className={classes}>
        {sign}
      </span>
    )
  }
  return (
    <span role="img" aria-label={t(mark === '%' ? 'mark.off' : wordOf(mark))} className={classes}>
      {sign}
    </span>
  )
}
