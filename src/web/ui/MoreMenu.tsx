import { Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './MoreMenu.module.css'

export interface MenuDeed {
  readonly words: string
  readonly icon?: ReactNode
  readonly onChoose: () => void
}

interface MoreMenuProps {
  /** What the menu is about: "More about conservation". */
  readonly label: string
  /** Shown beside the dots, where there is room. */
  readonly words?: string
  readonly deeds: readonly MenuDeed[]
}

/** What is done seldom, behind three dots. */
export function MoreMenu({ label, words, deeds }: MoreMenuProps): ReactNode {
  return (
    <Menu
      position="bottom-end"
      offset={6}
      classNames={{ dropdown: styles.menu ?? '', item: styles.item ?? '' }}
    >
      <Menu.Target>
        <button type="button" className={styles.opener} aria-label={label}>
          <Ellipsis aria-hidden />
          {words === undefined ? null : <span aria-hidden>{words}</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {deeds.map(({ words: deed, icon, onChoose }) => (
          <Menu.Item key={deed} leftSection={icon} onClick={onChoose}>
            {deed}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
