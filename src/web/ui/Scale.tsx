import type { CSSProperties, ReactNode } from 'react'
import styles from './Scale.module.css'

interface ScaleProps {
  readonly question: string
  /** The words at both ends: "not at all", "gladly". */
  readonly ends: readonly [string, string]
  readonly max: number
  /** Null while nothing was answered: the thumb waits in the middle with a broken rim. */
  readonly value: number | null
  readonly onChange: (value: number) => void
}

/** An answer between two words, without figures. */
export function Scale({ question, ends, max, value, onChange }: ScaleProps): ReactNode {
  const shown = value ?? max / 2
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- React has no type for a variable of CSS
  const style = { '--part': value === null ? '0%' : `${(shown / max) * 100}%` } as CSSProperties
  return (
    <label className={styles.scale}>
      <span className={styles.question}>{question}</span>
      <input
        className={styles.range}
        type="range"
        min={0}
        max={max}
        value={shown}
        style={style}
        data-unanswered={value === null ? '' : undefined}
        aria-valuetext={`${ends[0]} – ${ends[1]}: ${value ?? '…'}`}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <span className={styles.ends} aria-hidden>
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </span>
    </label>
  )
}
