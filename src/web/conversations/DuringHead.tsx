import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type { UnderstoodNow } from '../notes/understood-now.ts'
import { UnderstoodLink } from '../notes/UnderstoodPanel.tsx'
import { Button } from '../ui/Button.tsx'
import { Plate } from '../ui/Plate.tsx'
import { StageTabs } from '../ui/StageTabs.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { Conversation } from './types.ts'
import styles from './During.module.css'

interface DuringHeadProps {
  readonly conversation: Conversation
  /** Everybody at the table, in words. */
  readonly name: string
  readonly understood: UnderstoodNow
  readonly onOpen: () => void
  readonly isFinishing: boolean
  readonly onFinish: () => void
}

/** With whom, how far, and the end of it; not drawn again while somebody types. */
export const DuringHead = memo(function Head(props: DuringHeadProps): ReactNode {
  const t = useWords()
  const { conversation, name, understood, onOpen, isFinishing, onFinish } = props
  const { id, people, consent } = conversation
  return (
    <header className={styles.head}>
      <Link
        to="/conversations/$id/before"
        params={{ id }}
        className={styles.back}
        aria-label={t('conversations.during.back')}
      >
        <ChevronLeft aria-hidden />
      </Link>
      <span className={styles.plate}>
        <Plate name={people[0]?.name ?? ''} />
      </span>
      <div className={styles.who}>
        <Type look="h2" as="h1" className={styles.name}>
          {name}
        </Type>
        <p className={styles.underName}>
          {t(`conversations.during.consentShort.${consent.notes}`)}{' '}
          <UnderstoodLink understood={understood} onOpen={onOpen} />
        </p>
      </div>
      <div className={styles.stages}>
        <StageTabs id={id} />
      </div>
      <Button look="filled" size="small" disabled={isFinishing} onClick={onFinish}>
        {t('conversations.during.finish')}
      </Button>
    </header>
  )
})
