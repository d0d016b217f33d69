import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useWords } from '../words/words.ts'
import styles from './Settings.module.css'

/** A password that is gone comes back by nothing; so it asks. */
export function ForgetMail({ address }: { readonly address: string }): ReactNode {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  async function forget(): Promise<void> {
    setAsking(false)
    await carryOut(client.mail.forget, {}, () => t('settings.mail.forgotten'))
  }
  return (
    <div className={styles.block}>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('settings.mail.forget')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('settings.mail.forgetTitle', { address })}
        sentence={t('settings.mail.forgetSentence')}
        verb={t('settings.mail.forgetVerb', { address })}
        onConfirm={() => void forget()}
        to="destroy"
      />
    </div>
  )
}
