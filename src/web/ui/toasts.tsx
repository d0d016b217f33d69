import { Notifications, notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { t, useWords } from '../words/words.ts'
import styles from './toast.module.css'

const seconds = 8
/** How many stand at once; the oldest goes when another comes, so that nobody waits to hear what they just did. */
const most = 3
let standing: readonly string[] = []

/** What can be done about it while it stands: what it asks for, and the way back. */
export interface Offers {
  readonly act?: { readonly words: string; readonly onAct: () => void }
  readonly undo?: () => void
}

export function showToast(sentence: string, { act, undo }: Offers): void {
  const id = notifications.show({
    message: (
      <ToastWords
        sentence={sentence}
        {...(act ? { act: { ...act, onAct: () => (notifications.hide(id), act.onAct()) } } : {})}
        {...(undo ? { onUndo: () => (notifications.hide(id), undo()) } : {})}
      />
    ),
    autoClose: seconds * 1000,
    withBorder: false,
    classNames: {
      root: styles.toast ?? '',
      description: styles.words ?? '',
      closeButton: styles.close ?? '',
    },
    closeButtonProps: { 'aria-label': t('toast.dismiss') },
    onClose: () => (standing = standing.filter((other) => other !== id)),
  })
  for (const oldest of standing.slice(0, Math.max(0, standing.length + 1 - most)))
    notifications.hide(oldest)
  standing = [...standing, id].slice(-most)
}

interface ToastWordsProps extends Pick<Offers, 'act'> {
  readonly sentence: string
  readonly onUndo?: () => void
}

function ToastWords({ sentence, act, onUndo }: ToastWordsProps): ReactNode {
  const words = useWords()
  return (
    <>
      <span>{sentence}</span>
      {act ? (
        <button type="button" className={styles.undo} onClick={act.onAct}>
          {act.words}
        </button>
      ) : null}
      {onUndo ? (
        <button type="button" className={styles.undo} onClick={onUndo}>
          {words('toast.undo')}
        </button>
      ) : null}
    </>
  )
}

/** Where toasts appear; once, in the shell. */
export function Toasts(): ReactNode {
  return (
    <Notifications
      position="bottom-left"
      limit={most}
      zIndex={300}
      className={styles.place ?? ''}
    />
  )
}
