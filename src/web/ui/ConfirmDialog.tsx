import { Modal } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useWords } from '../words/words.ts'
import { Button } from './Button.tsx'
import styles from './ConfirmDialog.module.css'

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen, in one sentence. */
  readonly sentence: ReactNode
  /** Names the thing: "Forget Tomasz". */
  readonly verb: string
  readonly onConfirm: () => void
  readonly busy?: boolean
  /** `destroy` in red, `send` in olive: for these two only a dialog is shown. */
  readonly to: 'destroy' | 'send'
}

export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const t = useWords()
  const titleId = useId()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      centered
      withCloseButton={false}
      aria-labelledby={titleId}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ content: styles.content ?? '', body: styles.body ?? '' }}
    >
      <h2 id={titleId} className={styles.title}>
        {props.title}
      </h2>
      <p className={styles.sentence}>{props.sentence}</p>
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
    </Modal>
  )
}
