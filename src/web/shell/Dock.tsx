import { Link, useLocation } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Stripe } from '../ui/Stripe.tsx'
import { joined } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { type About, Capture } from './Capture.tsx'
import { useKeyboardInset } from './keyboard-inset.ts'
import { inDock, isIn, places } from './places.ts'
import cloth from '../theme/cloth.module.css'
import styles from './Dock.module.css'

/** The foot of the phone: the capture line above four places. */
export function Dock({ about }: { about: About | null }): ReactNode {
  const t = useWords()
  const path = useLocation({ select: ({ pathname }) => pathname })
  useKeyboardInset()
  return (
    <aside className={joined([styles.dock, cloth.cloth])} aria-label={t('capture.label')}>
      <Stripe direction="across" className={styles.stripe} />
      <Capture about={about} />
      <nav className={styles.places} aria-label={t('shell.main')}>
        {places
          .filter(({ to }) => inDock.includes(to))
          .map((place) => (
            <Link
              key={place.to}
              to={place.to}
              className={styles.place}
              aria-current={isIn(place, path) ? 'page' : undefined}
            >
              <place.icon aria-hidden />
              {t(place.word)}
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
