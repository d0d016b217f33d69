import type { ReactNode } from 'react'
import { Segmented } from '../ui/Segmented.tsx'
import { plainDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Thing } from './parting.ts'
import styles from './Parting.module.css'

interface WhoseProps {
  readonly things: readonly Thing[]
  /** What those are called who were one. */
  readonly names: ReadonlyMap<string, string>
  readonly whose: ReadonlyMap<string, string>
  readonly onChange: (whose: ReadonlyMap<string, string>) => void
  readonly wall: Wall
}

/** What came while they were one: whose is each? Left open, it stays where it is. */
export function Whose({ things, names, whose, onChange, wall }: WhoseProps): ReactNode {
  const t = useWords()
  const answers = [...names].map(([value, words]) => ({ value, words }))
  return (
    <ul className={styles.whose}>
      {things.map(({ id, kind, words, day }) => (
        <li key={id}>
          <Segmented
            question={
              <>
                <span className={styles.kind}>
                  {[t(`people.apart.kind.${kind}`), day && plainDay(day, wall)]
                    .filter(Boolean)
                    .join(', ')}
                </span>{' '}
                <span className={styles.words}>{words}</span>
              </>
            }
            answers={answers}
            value={whose.get(id) ?? null}
            onChange={(to) => onChange(new Map([...whose, [id, to]]))}
          />
        </li>
      ))}
    </ul>
  )
}
