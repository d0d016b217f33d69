import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useWords } from '../words/words.ts'

/** The mailbox and its password go, and come back by nothing; so it asks. */
export function StopHearing({ host }: { readonly host: string }): ReactNode {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  async function stop(): Promise<void> {
    setAsking(false)
    await carryOut(client.mail['stop-hearing'], {}, () => t('settings.hearing.stopped'))
  }
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('settings.hearing.stop')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('settings.hearing.stopTitle', { host })}
        sentence={t('settings.hearing.stopSentence')}
        verb={t('settings.hearing.stopVerb')}
        onConfirm={() => void stop()}
        to="destroy"
      />
    </>
  )
}
