import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Button } from './Button.tsx'
import { announce } from './LiveRegion.tsx'
import { TextField } from './TextField.tsx'
import { toast } from './toast.tsx'
import styles from './Copied.module.css'

/** Something to take along: to be read, chosen, or copied at a press. */
export function Copied({ label, text }: { label: string; text: string }): ReactNode {
  const t = useWords()
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text)
    announce(t('settings.access.copied'))
    toast(t('settings.access.copied'))
  }
  return (
    <div className={styles.line}>
      <TextField
        label={label}
        quietLabel
        readOnly
        value={text}
        onChange={() => undefined}
        onFocus={(event) => event.currentTarget.select()}
      />
      {/* Only a secure place lets a page copy. */}
      {window.isSecureContext ? (
        <Button onClick={() => void copy()}>{t('settings.access.copy')}</Button>
      ) : null}
    </div>
  )
}
