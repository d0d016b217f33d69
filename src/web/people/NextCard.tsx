import type { ReactNode } from 'react'
import { doingOf } from '../today/acts.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { byInWords, whyInWords } from '../words/why.ts'
import { useWords } from '../words/words.ts'
import type { NextWith } from './shapes.ts'
import styles from './Person.module.css'

interface NextCardProps {
  readonly name: string
  readonly next: NextWith
  readonly wall: Wall
}

/** The one next step with somebody, and the way to it. */
export function NextCard({ name, next, wall }: NextCardProps): ReactNode {
  const t = useWords()
  const { conversation, next: step } = next
  const doing = doingOf(step.what)
  const stage = doing?.act.does === 'open' ? doing.act.stage : 'before'
  const until = doing === null ? null : byInWords(t, step.by, wall)
  return (
    <section className={styles.next} aria-label={t('people.next.title')}>
      <div className={styles.step}>
        <Type look="h4" as="h2" className={styles.nextTitle}>
          {t('people.next.title')}
        </Type>
        <p className={styles.why}>
          {whyInWords(t, step, name, wall)}
          {until === null ? null : <span className={styles.until}> {until}</span>}
        </p>
      </div>
      <ButtonLink to={`/conversations/$id/${stage}`} params={{ id: conversation }} look="filled">
        {doing?.act.does === 'open' ? t(`today.act.${doing.what}`) : t('people.next.open')}
      </ButtonLink>
    </section>
  )
}
