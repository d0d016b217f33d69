import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Capture } from '../shell/Capture.tsx'
import { Page } from '../shell/Page.tsx'
import { ActLink } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { sharedText } from './shared-text.ts'
import styles from './Elsewhere.module.css'

const route = getRouteApi('/share')

/** Where the phone sends what another app shares: into a line, which is kept only when one says so. */
export function SharePage(): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const search = route.useSearch()
  const given = sharedText(search)
  useEffect(() => {
    // The line has it now; the address need not tell it any longer, nor say it twice.
    if (given !== '') void navigate({ to: '/share', search: {}, replace: true })
  }, [given, navigate])
  return (
    <Page title={t('voices.share.title')} back="/" dock="none">
      <div className={styles.bringing}>
        <Type look="h1" onPhone="unseen">
          {t('voices.share.title')}
        </Type>
        <Type look="lead">{t('voices.share.lead')}</Type>
        <Capture draft="shared" given={given} autoFocus onKept={() => void navigate({ to: '/' })} />
        <Type look="quiet" as="p">
          <ActLink to="/">{t('voices.share.today')}</ActLink>
        </Type>
      </div>
    </Page>
  )
}
