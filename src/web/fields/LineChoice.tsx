import type { ReactNode } from 'react'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { joined } from '../ui/Type.tsx'
import { roughDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Insight } from './types.ts'
import styles from './Themes.module.css'

/** A line as it is chosen from. */
export interface LineToChoose {
  readonly line: string
  readonly text: string
  readonly mark: string
  readonly speaker: string | null
  readonly day: Insight['day']
  readonly otherwise?: boolean
}

interface LineChoiceProps {
  /** What they are, for who hears the page. */
  readonly label: string
  readonly lines: readonly LineToChoose[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
  readonly wall: Wall
}

/** Lines that somebody said, each to be chosen by a tap anywhere on it. */
export function LineChoice(props: LineChoiceProps): ReactNode {
  const { label, lines, chosen, onChange, wall } = props
  const t = useWords()
  function turn(line: string): void {
    const next = new Set(chosen)
    if (!next.delete(line)) next.add(line)
    onChange(next)
  }
  return (
    <ul className={styles.choice} aria-label={label}>
      {lines.map(({ line, text, mark, speaker, day, otherwise }) => (
        <li key={line}>
          <label className={joined([styles.toChoose, otherwise && styles.otherwise])}>
            <input type="checkbox" checked={chosen.has(line)} onChange={() => turn(line)} />
            <MarkSquare mark={mark === '!' ? '!' : mark === '=' ? '=' : '"'} spoken />
            <span className={styles.said}>
              <span className={styles.words}>{text}</span>
              <span className={styles.by}>
                {[
                  speaker ?? t('fields.unknownSpeaker'),
                  day === null ? null : roughDay(t, day, wall),
                  otherwise ? t('themes.lines.saidOtherwise') : null,
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
