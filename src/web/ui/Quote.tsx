import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { joined } from './Type.tsx'
import styles from './Quote.module.css'

interface QuoteProps {
  /** The words, without quotation marks; they are put here. */
  readonly words: string
  /** Who said it and when: "a bookbinder, thirty years in, 9 January". */
  readonly by?: ReactNode
  /** Of another mind than the theme. */
  readonly otherwise?: boolean
  /** Without the edge, inside a row or a timeline. */
  readonly bare?: boolean
  readonly lang?: string
}

/** Words somebody said: always in italics, always in quotation marks, with a speaker. */
export function Quote({ words, by, otherwise, bare, lang }: QuoteProps): ReactNode {
  const t = useWords()
  return (
    <blockquote
      className={joined([styles.quote, otherwise && styles.otherwise, bare && styles.bare])}
    >
      <p className={styles.words} lang={lang}>
        {t('list.quoted', { words })}
      </p>
      {by === undefined ? null : <footer className={styles.by}>{by}</footer>}
    </blockquote>
  )
}
