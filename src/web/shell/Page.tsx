import { useRouter } from '@tanstack/react-router'
import { ChevronLeft, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { joined } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { About } from './Capture.tsx'
import { ActsDock, Dock } from './Dock.tsx'
import { openPalette } from './palette-opening.ts'
import styles from './Page.module.css'

interface PageProps {
  /** On the bar of the phone, and in the title of the window. */
  readonly title: string
  /**
   * In the title of the window instead, where `title` names somebody: browsers write the titles of windows into their
   * history in the open, and no signing out takes them from there.
   */
  readonly windowTitle?: string
  /** On the bar of the phone, if another. */
  readonly barTitle?: string
  /** Where "back" leads on the phone when there is nothing to go back to. */
  readonly back?: '/' | '/people' | '/conversations' | '/fields' | '/places' | '/giving'
  /** Without gutters, for pages of columns that scroll by themselves. */
  readonly bare?: boolean
  /** The phone's bar gives way to the page's own head. */
  readonly ownBar?: boolean
  /** At the foot of the phone: the line and the places (whom the line means, if somebody), one or two buttons, or nothing. */
  readonly dock?: { about: About | null } | { acts: ReactNode } | 'none'
  readonly children: ReactNode
}

/** One page: what the phone shows above and below it, and the way to its beginning. */
export function Page(props: PageProps): ReactNode {
  const t = useWords()
  const { title, dock = { about: null } } = props
  return (
    <>
      <title>{t('app.title', { page: props.windowTitle ?? title })}</title>
      {props.ownBar ? null : <Bar title={props.barTitle ?? title} back={props.back} />}
      <main id="main" tabIndex={-1} className={joined([styles.main, !props.bare && styles.wrap])}>
        {props.children}
      </main>
      {dock === 'none' ? null : (
        <>
          <div className={styles.dockSpace} data-dock={'acts' in dock ? 'acts' : 'line'} />
          {'acts' in dock ? <ActsDock>{dock.acts}</ActsDock> : <Dock about={dock.about} />}
        </>
      )}
    </>
  )
}

function Bar({ title, back }: { title: string; back: PageProps['back'] | undefined }): ReactNode {
  const t = useWords()
  const router = useRouter()
  function goBack(): void {
    if (router.history.canGoBack()) router.history.back()
    else void router.navigate({ to: back ?? '/' })
  }
  return (
    <header className={styles.bar}>
      {back ? (
        <button
          type="button"
          className={joined([styles.barButton, styles.back])}
          aria-label={t('shell.back')}
          onClick={goBack}
        >
          <ChevronLeft aria-hidden />
        </button>
      ) : null}
      <span className={styles.barTitle}>{title}</span>
      <button
        type="button"
        className={styles.barButton}
        aria-label={t('shell.search')}
        onClick={openPalette}
      >
        <Search aria-hidden />
      </button>
    </header>
  )
}
