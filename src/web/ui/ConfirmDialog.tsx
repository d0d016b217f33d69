import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Button } from './Button.tsx'
import styles from './ConfirmDialog.module.css'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen, in one sentence. */
  readonly sentence: ReactNode
  /** What it is about, where a sentence does not show it. */
  readonly children?: ReactNode
  /** Names the thing: "Forget Tomasz". */
  readonly verb: string
  readonly onConfirm: () => void
  readonly busy?: boolean
  /** `destroy` in red, `send` in olive: for these two only a dialog is shown. */
  readonly to: 'destroy' | 'send'
}

export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const t = useWords()
  return (
    <Modal.Root
      opened={props.opened}
      onClose={props.onClose}
      centered
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{
        content: styles.content ?? '',
        title: styles.title ?? '',
        body: styles.body ?? '',
      }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{props.title}</Modal.Title>
        </div>
        <Modal.Body>
          <p className={styles.sentence}>{props.sentence}</p>
          {props.children}
          <div className={styles.acts}>
            <Button look="quiet" onClick={props.onClose} data-autofocus>
              {t('dialog.cancel')}
            </Button>
            <Button
              look={props.to === 'destroy' ? 'danger' : 'filled'}
              onClick={props.onConfirm}
              disabled={props.busy ?? false}
            >
              {props.verb}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
