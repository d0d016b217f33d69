import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { inDock, places } from './places.ts'
import styles from './Dock.module.css'

/** The places that the dock has no room for; open as it comes, since somebody asked for it. */
export function MorePlaces(): ReactNode {
  const t = useWords()
  return (
    <Menu
      defaultOpened
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
