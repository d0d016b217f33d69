import { Notifications, notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { t, useWords } from '../words/words.ts'
import styles from './toast.module.css'

const seconds = 8
/** How many stand at once; the oldest goes when another comes, so that nobody waits to hear what they just did. */
const most = 3
let standing: readonly { readonly id: string; readonly sentence: string }[] = []

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
    onClose: () => (standing = standing.filter((other) => other.id !== id)),
  })
  // What only says the same once more takes the place of what said it; what can be taken back stands for itself.
  const same = act || undo ? [] : standing.filter((other) => other.sentence === sentence)
  const left = standing.filter((other) => !same.includes(other))
  for (const gone of [...same, ...left.slice(0, Math.max(0, left.length + 1 - most))])
    notifications.hide(gone.id)
  standing = [...left, { id, sentence: act || undo ? '' : sentence }].slice(-most)
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
