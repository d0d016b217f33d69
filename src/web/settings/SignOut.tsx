import { type ReactNode, useState } from 'react'
import { countUnsent } from '../offline/device.ts'
import { sayRefused } from '../shell/deeds.ts'
import { leave } from '../shell/leaving.ts'
import { Act } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { useWords } from '../words/words.ts'

/** Signs out the browser that shows this page, and takes what it kept off the device; so it asks. */
export function SignOut(): ReactNode {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const unsent = asking ? countUnsent() : 0
  async function signOut(): Promise<void> {
    setAsking(false)
    await leave().catch(sayRefused)
  }
  return (
    <>
      <Act onClick={() => setAsking(true)}>{t('settings.access.out.act')}</Act>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('settings.access.out.title')}
        sentence={
          unsent === 0
            ? t('settings.access.out.sentence')
            : t('settings.access.out.unsent', { count: unsent })
        }
        verb={t('settings.access.out.verb')}
        onConfirm={() => void signOut()}
        to="destroy"
      />
    </>
  )
}
