import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { Quote } from '../ui/Quote.tsx'
import { joined } from '../ui/Type.tsx'
import { roughDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Insight } from './types.ts'
import styles from './Field.module.css'

interface SaidProps {
  readonly insight: Insight
  /** Of another mind than the theme it stands under. */
  readonly otherwise?: boolean
  readonly wall: Wall
}

/** A quote in its marks; advice and facts beside their sign. Each with who said it, and when. */
export function Said({ insight, otherwise = false, wall }: SaidProps): ReactNode {
  const by = <By insight={insight} wall={wall} />
  if (insight.mark === '"') return <Quote words={insight.text} by={by} otherwise={otherwise} />
  return (
    <div className={joined([styles.plain, otherwise && styles.plainOtherwise])}>
      <MarkSquare mark={insight.mark === '!' ? '!' : '='} spoken />
      <div>
        <p className={styles.plainWords}>{insight.text}</p>
        <p className={styles.by}>{by}</p>
      </div>
    </div>
  )
}

function By({ insight, wall }: { insight: Insight; wall: Wall }): ReactNode {
  const t = useWords()
  const { person, speaker, day, conversation } = insight
  const name = speaker ?? t('fields.unknownSpeaker')
  const said = day === null ? null : roughDay(t, day, wall)
  return (
    <span className={styles.by}>
      {person === null ? name : <PersonName id={person} name={name} />}
      {said === null ? null : ', '}
      {said !== null && conversation !== null ? (
        <Link
          to="/conversations/$id/after"
          params={{ id: conversation }}
          aria-label={t('fields.openTalk', { day: said })}
        >
          {said}
        </Link>
      ) : (
        said
      )}
    </span>
  )
}
