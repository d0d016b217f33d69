import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { checkInWords } from './letter-checks.ts'
import type { LetterWriting } from './use-letter.ts'
import styles from './Letter.module.css'

/** Nothing stops a letter; what is asked about wants a word of the owner's before it counts as sent. */
export function Gate({ writing }: { readonly writing: LetterWriting }): ReactNode {
  const t = useWords()
  const [why, setWhy] = useState('')
  const isToSend = writing.gate === 'send'
  const goOn = isToSend ? writing.askToSend : writing.markSent
  const open = writing.letter.checks.filter(({ asked, ok }) => asked && !ok)
  return (
    <form
      className={styles.gate}
      aria-label={t('letters.anyway.title')}
      onSubmit={(event) => (event.preventDefault(), void goOn(why.trim()))}
    >
      <ul role="status">
        {open.map((check) => (
          <li key={check.code}>{checkInWords(t, check)}</li>
        ))}
      </ul>
      <TextField
        label={t('letters.anyway.label')}
        hint={t('letters.anyway.hint')}
        value={why}
        maxLength={500}
        autoFocus
        onChange={setWhy}
      />
      <div className={styles.foot}>
        <Button type="submit" size="small" disabled={why.trim().length < 3}>
          {t(isToSend ? 'letters.anyway.send' : 'letters.anyway.verb')}
        </Button>
        <Button look="quiet" size="small" onClick={writing.leaveGate}>
          {t('letters.anyway.back')}
        </Button>
      </div>
    </form>
  )
}
