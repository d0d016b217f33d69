import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Quote } from '../ui/Quote.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { roughDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Heard } from './types.ts'
import styles from './Places.module.css'

/** What people of that house said, the latest first. */
export function HeardThere({ heard, wall }: { heard: readonly Heard[]; wall: Wall }): ReactNode {
  const t = useWords()
  return (
    <section className={styles.part}>
      <SectionHead title={t('places.heard.title')} />
      {heard.length === 0 ? <Type look="second">{t('places.heard.none')}</Type> : null}
      {heard.map((one) => (
        <HeardLine key={one.line} heard={one} wall={wall} />
      ))}
    </section>
  )
}

function HeardLine({ heard, wall }: { heard: Heard; wall: Wall }): ReactNode {
  const t = useWords()
  const { text, mark, person, day, conversation } = heard
  const by = t('places.heard.by', { person: person ?? '', day: roughDay(t, day, wall) })
  const source =
    conversation === null ? (
      by
    ) : (
      <Link to="/conversations/$id/after" params={{ id: conversation }}>
        {by}
      </Link>
    )
  if (mark === '"') return <Quote words={text} by={source} />
  return (
    <div className={styles.told}>
      <p>{text}</p>
      <p className={styles.on}>{source}</p>
    </div>
  )
}
