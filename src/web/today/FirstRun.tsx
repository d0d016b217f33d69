import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { look } from '../contacts/bringing.ts'
import { DropFiles } from '../contacts/DropFiles.tsx'
import { Page } from '../shell/Page.tsx'
import { TableDrawing } from '../ui/TableDrawing.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { FirstLine } from './FirstLine.tsx'
import { LookAround } from './LookAround.tsx'
import styles from './FirstRun.module.css'

/** The first day: drop a contacts file, or write one line. */
export function FirstRun(): ReactNode {
  const t = useWords()
  const router = useRouter()
  function take(files: readonly File[]): void {
    void look(files)
    void router.navigate({ to: '/bring-in' })
  }
  return (
    <Page title={t('place.today')} barTitle={t('app.name')} bare dock="none">
      <div className={styles.first}>
        <div>
          <Type look="h1" className={styles.title}>
            {t('today.first.title')}
          </Type>
          <Type look="lead" className={styles.lead}>
            {t('today.first.lead')}
          </Type>
          <div className={styles.drop}>
            <DropFiles onFiles={take} />
          </div>
          <p className={styles.or}>{t('today.first.or')}</p>
          <FirstLine />
          <LookAround />
        </div>
        <div className={styles.drawing}>
          <TableDrawing />
        </div>
      </div>
    </Page>
  )
}
