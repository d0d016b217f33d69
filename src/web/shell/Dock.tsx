import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
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

function More(): ReactNode {
  const t = useWords()
  return (
    <Menu
      position="top-end"
      offset={10}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: styles.menu ?? '', item: styles.item ?? '' }}
    >
      <Menu.Target>
        <button type="button" className={styles.place}>
          <Ellipsis aria-hidden />
          {t('place.more')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {places
          .filter(({ to }) => !inDock.includes(to))
          .map(({ to, word, icon: Icon }) => (
            <Menu.Item key={to} component={Link} to={to} leftSection={<Icon aria-hidden />}>
              {t(word)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
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
