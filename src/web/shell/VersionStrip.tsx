import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { type AppVersion, takeUpNewer, useAppVersion } from './app-version.ts'
import styles from './VersionStrip.module.css'

/** Says that a newer app is kept on this device. Nothing changes until the person says so. */
export function VersionStrip(): ReactNode {
  const t = useWords()
  const version = useAppVersion()
  const [letBe, setLetBe] = useState<AppVersion>('current')
  const shown = version === 'current' || version === letBe ? null : version
  return (
    <div role="status">
      {shown === null ? null : (
        <div className={styles.strip}>
          <p>{t(`version.${shown}`)}</p>
          <div className={styles.acts}>
            <Button size="small" onClick={takeUpNewer}>
              {t(`version.${shown === 'waiting' ? 'takeUp' : 'anew'}`)}
            </Button>
            <Button size="small" look="quiet" onClick={() => setLetBe(shown)}>
              {t('version.later')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
