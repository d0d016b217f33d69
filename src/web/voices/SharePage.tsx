import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { openDraft } from '../offline/device.ts'
import { listenToShared, sharedHere, takeSharedText } from '../offline/shared-here.ts'
import { Capture } from '../shell/Capture.tsx'
import { Page } from '../shell/Page.tsx'
import { ActLink } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { sharedText } from './shared-text.ts'
import { SharedFiles } from './SharedFiles.tsx'
import styles from './Elsewhere.module.css'

const route = getRouteApi('/share')

/** What another app shared: words for a line, files for a conversation. Nothing is kept until one says so. */
export function SharePage(): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const { not } = route.useSearch()
  const things = useSyncExternalStore(listenToShared, sharedHere)
  const told = things.find((thing) => sharedText(thing) !== '')
  const given = told ? sharedText(told) : ''
  const key = told?.key
  useEffect(() => {
    if (key !== undefined) takeSharedText(key)
  }, [key])
  const withFiles = things.filter(({ files }) => files.length > 0)
  const isForLine = given !== '' || withFiles.length === 0 || openDraft('line shared') !== null
  return (
    <Page title={t('voices.share.title')} back="/" dock="none">
      <div className={styles.bringing}>
        <Type look="h1" onPhone="unseen">
          {t('voices.share.title')}
        </Type>
        {not === undefined ? (
          <Type look="lead">{t('voices.share.lead')}</Type>
        ) : (
          <p role="alert">{t(`voices.share.not.${not}`)}</p>
        )}
        {isForLine ? (
          <Capture
            draft="shared"
            given={given}
            autoFocus={withFiles.length === 0}
            onKept={() => void navigate({ to: '/' })}
          />
        ) : null}
        {withFiles.map((thing) => (
          <SharedFiles key={thing.key} thing={thing} />
        ))}
        <Type look="quiet" as="p">
          <ActLink to="/">{t('voices.share.today')}</ActLink>
        </Type>
      </div>
    </Page>
  )
}
