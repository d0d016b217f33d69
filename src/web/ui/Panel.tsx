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

/** Something to do or to read in front of the page. */
export function Panel({
  opened,
  onClose,
  title,
  children,
  size = 'lg',
}: PanelProps & { size?: string }): ReactNode {
  const t = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{
        content: styles.content ?? '',
        header: styles.head ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
    >
      {children}
    </Modal>
  )
}

/** The same on the phone: a sheet that rises from below. */
export function Sheet({ opened, onClose, title, children }: PanelProps): ReactNode {
  const t = useWords()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="bottom"
      size="auto"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      transitionProps={{ duration: 220 }}
      classNames={{
        content: styles.sheet ?? '',
        header: styles.head ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
    >
      {children}
    </Drawer>
  )
}
