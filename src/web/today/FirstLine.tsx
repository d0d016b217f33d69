import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { CaptureUnderstood } from '../notes/CaptureUnderstood.tsx'
import { useKeeping } from '../shell/keeping.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './FirstRun.module.css'

/** One line about a conversation that has been; with it the notebook begins. */
export function FirstLine(): ReactNode {
  const t = useWords()
  const [line, setLine] = useState('')
  const { keep, busy, trouble } = useKeeping(null)
  async function keepIt(): Promise<void> {
    if (line.trim() !== '' && (await keep(line.trim()))) setLine('')
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void keepIt()
  }
  return (
    <form onSubmit={(event) => (event.preventDefault(), void keepIt())}>
      <Card as="div" className={styles.line}>
        <textarea
          className={styles.input}
          rows={2}
          data-capture
          aria-label={t('today.first.line')}
          aria-keyshortcuts="n"
          placeholder={t('today.first.hint')}
          value={line}
          maxLength={20_000}
          onChange={(event) => setLine(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <CaptureUnderstood line={line} />
        <div className={styles.acts}>
          <Button look="filled" type="submit" disabled={busy}>
            {t('today.first.keep')}
          </Button>
          <Type look="quiet" as="p">
            {trouble ?? t('today.first.plenty')}
          </Type>
        </div>
      </Card>
    </form>
  )
}
