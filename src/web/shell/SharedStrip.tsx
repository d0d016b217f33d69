import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useSyncExternalStore } from 'react'
import { openDraft } from '../offline/device.ts'
import { listenToShared, sharedHere } from '../offline/shared-here.ts'
import { capitalized, useWords } from '../words/words.ts'
import styles from './KeptHere.module.css'

/** One line on every other page: something that was shared waits until one says what becomes of it. */
export function SharedStrip(): ReactNode {
  const t = useWords()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const things = useSyncExternalStore(listenToShared, sharedHere)
  const count = things.length + (openDraft('line shared') === null ? 0 : 1)
  if (count === 0 || path === '/share') return null
  return (
    <p className={styles.strip}>
      {capitalized(t('offline.shared', { count }))}
      <Link to="/share">{t('offline.sharedLook')}</Link>
    </p>
  )
}
