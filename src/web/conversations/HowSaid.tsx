import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import styles from './After.module.css'

interface HowSaidProps {
  readonly onSaid: (said: string) => void
  readonly onLeave: () => void
}

/** More than they agreed to before is a new yes: it is written down with the way they said it. */
export function HowSaid({ onSaid, onLeave }: HowSaidProps): ReactNode {
  const t = useWords()
  const [said, setSaid] = useState('')
  const usual = [t('conversations.agreed.saidAloud'), t('conversations.agreed.saidInWriting')]
  return (
    <form
      className={styles.howSaid}
      role="group"
      aria-label={t('conversations.agreed.howSaid')}
      onSubmit={(event) => {
        event.preventDefault()
        if (said.trim() !== '') onSaid(said.trim())
      }}
    >
      <p className={styles.means}>{t('conversations.agreed.more')}</p>
      <TextField
        autoFocus
        label={t('conversations.agreed.howSaid')}
        value={said}
        onChange={setSaid}
        maxLength={300}
      />
      <div className={styles.howActs}>
        {usual.map((words) => (
          <Button key={words} size="small" onClick={() => onSaid(words)}>
            {words}
          </Button>
        ))}
        {said.trim() === '' ? null : (
          <Button size="small" type="submit">
            {t('conversations.agreed.keep')}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onLeave}>
          {t('conversations.agreed.leave')}
        </Button>
      </div>
    </form>
  )
}
