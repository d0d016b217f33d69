import { Drawer, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import styles from './ConfirmDialog.module.css'

interface PanelProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
}

const looks = {
  content: styles.content ?? '',
  title: styles.title ?? '',
  body: styles.body ?? '',
}

/**
 * Something to do or to read in front of the page. Its head is a `div`: Mantine's own is a `header`,
 * and so a second banner of the page.
 */
export function Panel({
  opened,
  onClose,
  title,
  children,
  size = 'lg',
}: PanelProps & { size?: string }): ReactNode {
  const t = useWords()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={looks}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('shell.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The same on the phone: a sheet that rises from below. */
export function Sheet({ opened, onClose, title, children }: PanelProps): ReactNode {
  const t = useWords()
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      transitionProps={{ duration: 220 }}
      classNames={{ ...looks, content: styles.sheet ?? '' }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={styles.head}>
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('shell.close')} />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
