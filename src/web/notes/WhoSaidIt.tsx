import type { ReactNode } from 'react'
import type { UnderstoodLine } from '../../notebook/notes/understand.ts'
import { useWords } from '../words/words.ts'
import styles from './UnderstoodPanel.module.css'

interface WhoSaidItProps {
  readonly line: UnderstoodLine
  /** Those at the table; where there is one, it was them. */
  readonly speakers: readonly { readonly id: string; readonly name: string }[]
  readonly onSpeaker: (name: string) => void
}

const marksOfSpeakers = new Set<string | null>(['"', '!', '=', '<'])

/** Where several people are at the table, a line that names nobody asks who said it. */
export function WhoSaidIt({ line, speakers, onSpeaker }: WhoSaidItProps): ReactNode {
  const t = useWords()
  if (speakers.length < 2 || line.speaker !== null || !marksOfSpeakers.has(line.mark)) return null
  return (
    <div className={styles.whoSaid} role="group" aria-label={t('conversations.during.whoSaid')}>
      <span>{t('conversations.during.whoSaid')}</span>
      {speakers.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-label={t('conversations.during.whoSaidLabel', { name })}
          onClick={() => onSpeaker(name)}
        >
          {name.split(' ')[0]}
        </button>
      ))}
    </div>
  )
}
