import { type ReactNode, useEffect, useState } from 'react'
import { useCanPutOnDevice, putOnDevice, useKeptApp } from '../shell/app-version.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { tlsCommand } from './reach.ts'
import styles from './Phone.module.css'

/** Whether this device keeps the app, in honest words. */
export function KeptHere(): ReactNode {
  const t = useWords()
  const kept = useKeptApp()
  const canPut = useCanPutOnDevice()
  return (
    <section className={styles.block}>
      <SectionHead title={t('phone.here.title')} as="h3" />
      <Type look="read">{t(`phone.here.${kept}`)}</Type>
      {kept === 'insecure' ? <code className={styles.typed}>{tlsCommand}</code> : null}
      {kept === 'kept' ? <Lasting /> : null}
      {canPut ? (
        <div className={styles.acts}>
          <Button onClick={() => void putOnDevice()}>{t('phone.here.put')}</Button>
        </div>
      ) : null}
    </section>
  )
}

/** A browser that runs out of room throws away what it was not asked to keep. */
function Lasting(): ReactNode {
  const t = useWords()
  const [lasts, setLasts] = useState<boolean | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    void navigator.storage.persisted().then(setLasts)
  }, [])
  if (lasts === null) return null
  async function ask(): Promise<void> {
    setLasts(await navigator.storage.persist())
    setAsked(true)
  }
  return (
    <>
      <Type look="second" className={styles.words}>
        <span role="status">
          {t(lasts ? 'phone.here.lasts' : asked ? 'phone.here.declined' : 'phone.here.may')}
        </span>
      </Type>
      {lasts || asked ? null : (
        <div className={styles.acts}>
          <Button onClick={() => void ask()}>{t('phone.here.ask')}</Button>
        </div>
      )}
    </>
  )
}
