import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { Toasts } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { CaptureDialog } from './CaptureDialog.tsx'
import { useConnection } from './connection.ts'
import { deedOf, focusOn, isWriting } from './keys.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { openPalette } from './palette-opening.ts'
import { useChosenScheme } from './scheme.ts'
import { Sidebar } from './Sidebar.tsx'
import { Strips } from './Strips.tsx'
import { NotSignedIn } from './Trouble.tsx'
import styles from './Shell.module.css'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))

/** What stands around every page. */
export function Shell(): ReactNode {
  const t = useWords()
  const connection = useConnection()
  const [front, setFront] = useState<'capture' | 'help' | null>(null)
  useKeys(setFront)
  useFocusAfterNavigation()
  useChosenScheme()
  if (connection === 'signed-out') return <NotSignedIn />
  const close = (): void => setFront(null)
  return (
    <>
      <a href="#main" className={styles.skip} onClick={skipToPage}>
        {t('shell.skip')}
      </a>
      <div className={styles.shell}>
        <Sidebar />
        <div className={styles.page}>
          <Strips />
          <Outlet />
        </div>
      </div>
      <LiveRegion />
      <Toasts />
      <Suspense>
        <Palette onLine={() => setFront('capture')} />
      </Suspense>
      <CaptureDialog opened={front === 'capture'} onClose={close} />
      <KeysHelp opened={front === 'help'} onClose={close} />
    </>
  )
}

function skipToPage(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

function useKeys(show: (front: 'capture' | 'help') => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const deed = event.defaultPrevented ? null : deedOf(event, isWriting(event.target))
      if (deed === null || (deed !== 'palette' && isInFront())) return
      event.preventDefault()
      if (deed === 'palette') openPalette()
      else if (deed === 'help') show('help')
      else if (deed === 'capture') {
        if (!focusOn('[data-capture]')) show('capture')
      } else if (!focusOn('[data-page-search]')) openPalette()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [show])
}

/** A dialog is open: keys belong to it. */
function isInFront(): boolean {
  return document.querySelector('[role="dialog"]') !== null
}

/** After a change of page the keyboard begins at the page, unless it is on the page already. */
function useFocusAfterNavigation(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return
        const main = document.getElementById('main')
        if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true })
      }),
    [router],
  )
}
