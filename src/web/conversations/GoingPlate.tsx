import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { dayAndClock, type Wall, whenInWords } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Letter } from './letter-types.ts'
import type { LetterWriting } from './use-letter.ts'
import styles from './GoingPlate.module.css'

interface GoingPlateProps {
  readonly writing: LetterWriting
  readonly wall: Wall
}

/** Where a letter is that was told to go, and what can still be done about it. */
export function GoingPlate({ writing, wall }: GoingPlateProps): ReactNode {
  const t = useWords()
  const { sending, letter } = writing
  const { going } = letter
  if (!going) return null
  const { state } = going
  return (
    <section
      className={styles.plate}
      data-going
      data-state={state}
      tabIndex={-1}
      aria-label={t('letters.going.title')}
    >
      <p role="status">
        <Said going={going} wall={wall} />
      </p>
      {state === 'waiting' ? (
        <Button size="small" onClick={() => void sending.takeBack()}>
          {t('letters.going.takeBack')}
        </Button>
      ) : null}
      {state === 'unsure' ? (
        <div className={styles.acts}>
          <Button size="small" onClick={() => void sending.itWent()}>
            {t('letters.going.itWent')}
          </Button>
          <Button size="small" look="quiet" onClick={() => void writing.askToSend()}>
            {t('letters.going.again')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

interface SaidProps {
  readonly going: NonNullable<Letter['going']>
  readonly wall: Wall
}

function Said({ going, wall }: SaidProps): ReactNode {
  const t = useWords()
  const { day, clock } = dayAndClock(going.due, wall.zone)
  const when = day === wall.today && clock !== null ? clock : whenInWords(t, day, clock, wall)
  const why = going.trouble ?? ''
  if (going.state === 'handing') return t('letters.going.handing')
  if (going.state === 'unsure') return t('letters.going.unsure')
  if (going.state === 'bounced') return t('letters.going.bounced', { why })
  if (going.state === 'failed') return t('letters.going.failed', { why })
  return why === '' ? t('letters.going.waiting', { when }) : t('letters.going.later', { why, when })
}
