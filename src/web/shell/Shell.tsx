import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useAsked } from '../ui/asked.ts'
import { LiveRegion } from '../ui/LiveRegion.tsx'
import { toastsAsked } from '../ui/toast.tsx'
import { bringMoreWords, useWords } from '../words/words.ts'
import { useConnection } from './connection.ts'
import { deedOf, focusOn, isWriting } from './keys.ts'
import { openPalette, paletteAsked } from './palette-opening.ts'
import { useChosenScheme } from './scheme.ts'
import { mindShortcut } from './shortcut.ts'
import { Sidebar } from './Sidebar.tsx'
import { Strips } from './Strips.tsx'
import { NotSignedIn } from './Trouble.tsx'
import { keepTyped } from './typed-ahead.ts'
import styles from './Shell.module.css'

const Toasts = lazy(async () => ({ default: (await import('../ui/toasts.tsx')).Toasts }))
const Palette = lazy(withWords(async () => (await import('./Palette.tsx')).Palette))
const CaptureDialog = lazy(
  withWords(async () => (await import('./CaptureDialog.tsx')).CaptureDialog),
)
const KeysHelp = lazy(withWords(async () => (await import('./KeysHelp.tsx')).KeysHelp))

/** What is not on the first screen comes with the words that it may say. */
function withWords<Part>(load: () => Promise<Part>): () => Promise<{ default: Part }> {
  return async () => ({ default: (await Promise.all([load(), bringMoreWords()]))[0] })
}

type Front = 'capture' | 'help'

/** What stands around every page. */
export function Shell(): ReactNode {
  const t = useWords()
  const connection = useConnection()
  const [front, setFront] = useState<Front | null>(null)
  const [brought, setBrought] = useState<ReadonlySet<Front>>(new Set())
  const bring = useCallback((next: Front): void => {
    setBrought((before) => new Set([...before, next]))
    setFront(next)
  }, [])
  const toasts = useAsked(toastsAsked)
  const palette = useAsked(paletteAsked)
  useKeys(bring)
  useFocusAfterNavigation()
  useChosenScheme()
  useEffect(mindShortcut, [])
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
      <Suspense>{toasts ? <Toasts /> : null}</Suspense>
      <Suspense>{palette ? <Palette onLine={() => bring('capture')} /> : null}</Suspense>
      <Suspense>
        {brought.has('capture') ? (
          <CaptureDialog opened={front === 'capture'} onClose={close} />
        ) : null}
        {brought.has('help') ? <KeysHelp opened={front === 'help'} onClose={close} /> : null}
      </Suspense>
    </>
  )
}

function skipToPage(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

function useKeys(show: (front: Front) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const deed = event.defaultPrevented ? null : deedOf(event, isWriting(event.target))
      if (deed === null || (deed !== 'palette' && isInFront())) return
      event.preventDefault()
      if (deed === 'palette') openPalette()
      else if (deed === 'help') show('help')
      else if (deed === 'capture') {
        if (!focusOn('[data-capture]')) {
          keepTyped()
          show('capture')
        }
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
