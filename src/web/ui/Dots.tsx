import type { ReactNode } from 'react'
import { useWords, type Words } from '../words/words.ts'
import { joined } from './Type.tsx'
import styles from './Dots.module.css'

interface DotsProps {
  /** People who say so, each counted once however much they said. */
  readonly agree: number
  /** People of another mind. */
  readonly otherwise?: number
  /** Kinds of person not heard yet. */
  readonly chairs?: number
}

/** One dot is one person; up to nine dots, then the number. */
export function Dots({ agree, otherwise = 0, chairs = 0 }: DotsProps): ReactNode {
  const t = useWords()
  return (
    <span
      className={styles.dots}
      role="img"
      aria-label={dotsInWords(t, { agree, otherwise, chairs })}
    >
      {some(agree)}
      {agree > 9 ? <span className={styles.more}>{agree}</span> : null}
      {otherwise > 0 ? <span className={styles.gap} /> : null}
      {some(otherwise, styles.otherwise)}
      {otherwise > 9 ? <span className={styles.more}>{otherwise}</span> : null}
      {some(chairs, styles.chair)}
    </span>
  )
}

function some(count: number, kind?: string): ReactNode[] {
  const shown = count > 9 ? 1 : count
  return Array.from({ length: shown }, (_, at) => (
    <i key={at} className={joined([styles.dot, kind])} />
  ))
}

/** The same that the dots show, in words. */
function dotsInWords(t: Words, { agree, otherwise, chairs }: Required<DotsProps>): string {
  const parts = [
    agree > 0 ? t('dots.agree', { count: agree }) : null,
    otherwise > 0 ? t('dots.otherwise', { count: otherwise }) : null,
    chairs > 0 ? t('dots.chairs', { count: chairs }) : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(', ') : t('dots.nobody')
}
