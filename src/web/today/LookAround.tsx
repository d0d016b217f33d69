import { type ReactNode, useState } from 'react'
import { readAnew } from '../shell/answers.ts'
import { sayRefused } from '../shell/deeds.ts'
import { startJob } from '../shell/server.ts'
import { Act } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './FirstRun.module.css'

/** For whom wants to see the table set before sitting down: a fictional life, to be taken out again. */
export function LookAround(): ReactNode {
  const t = useWords()
  const [busy, setBusy] = useState(false)
  async function load(): Promise<void> {
    setBusy(true)
    try {
      await startJob('sample.load', {})
      await readAnew()
    } catch (error) {
      sayRefused(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Type look="second" className={styles.look}>
      {t('today.first.sample')}{' '}
      <Act disabled={busy} onClick={() => void load()}>
        {t('today.first.loadSample')}
      </Act>
    </Type>
  )
}
