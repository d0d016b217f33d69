import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Stripe } from '../ui/Stripe.tsx'
import { joined } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { type About, Capture } from './Capture.tsx'
import { inDock, places } from './places.ts'
import cloth from '../theme/cloth.module.css'
import styles from './Dock.module.css'

const here = { 'aria-current': 'page' } as const

/** The foot of the phone: the capture line above four places. */
export function Dock({ about }: { about: About | null }): ReactNode {
  const t = useWords()
  return (
    <aside className={joined([styles.dock, cloth.cloth])} aria-label={t('capture.label')}>
      <Stripe direction="across" className={styles.stripe} />
      <Capture about={about} />
      <nav className={styles.places} aria-label={t('shell.main')}>
        {places
          .filter(({ to }) => inDock.includes(to))
          .map(({ to, word, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={styles.place}
              activeOptions={{ exact: to === '/' }}
              activeProps={here}
            >
              <Icon aria-hidden />
              {t(word)}
            </Link>
          ))}
        <More />
      </nav>
    </aside>
  )
}

const MoreMenu = lazy(async () => ({ default: (await import('./MorePlaces.tsx')).MorePlaces }))

/** The menu comes when it is first asked for; until then there is its button. */
function More(): ReactNode {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  const button = (
    <button
      type="button"
      className={styles.place}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setAsked(true)}
    >
      <Ellipsis aria-hidden />
      {t('place.more')}
    </button>
  )
  return asked ? (
    <Suspense fallback={button}>
      <MoreMenu />
    </Suspense>
  ) : (
    button
  )
}

/** The same place with the screen's own one or two buttons. */
export function ActsDock({ children }: { children: ReactNode }): ReactNode {
  const t = useWords()
  return (
    <aside className={joined([styles.acts, cloth.cloth])} aria-label={t('shell.acts')}>
      <Stripe direction="across" className={styles.stripe} />
      {children}
    </aside>
  )
}
