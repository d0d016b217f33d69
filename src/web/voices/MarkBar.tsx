import { X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { keyOfMark, lockKey } from '../notes/mark-keys.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { type Mark, marksInOrder, wordOf } from '../ui/marks.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { useWords } from '../words/words.ts'
import styles from './MarkBar.module.css'

interface MarkBarProps {
  /** The owner's own words can be no advice of others. */
  readonly isOwn: boolean
  readonly onMark: (mark: Mark | null) => void
  readonly onOff: () => void
  readonly onLeave: () => void
}

const ofOneself: readonly Mark[] = ['?', '>']

/** What chosen words become: by touch, by Alt and a number, by Tab. */
export function MarkBar({ isOwn, onMark, onOff, onLeave }: MarkBarProps): ReactNode {
  const t = useWords()
  const marks = isOwn ? ofOneself : marksInOrder
  useEffect(() => announce(t('voices.bar.heard')), [t])
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key === 'Escape') return onLeave()
      if (!event.altKey || event.metaKey) return
      const mark = marks.find((one) => event.code === `Digit${keyOfMark(one)}`)
      if (mark === undefined && event.code !== `Digit${lockKey}`) return
      event.preventDefault()
      if (mark === undefined) onOff()
      else onMark(mark)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [marks, onMark, onOff, onLeave])

  return (
    <div
      className={styles.bar}
      role="toolbar"
      aria-label={t('voices.bar.label')}
      // What is selected stays selected.
      onPointerDown={(event) => event.preventDefault()}
    >
      {marks.map((mark) => (
        <button
          key={mark}
          type="button"
          className={styles.chip}
          aria-keyshortcuts={`Alt+${keyOfMark(mark)}`}
          onClick={() => onMark(mark)}
        >
          <MarkSquare mark={mark} round />
          {t(wordOf(mark))}
        </button>
      ))}
      <button type="button" className={styles.chip} onClick={() => onMark(null)}>
        {t('voices.bar.plain')}
      </button>
      <button
        type="button"
        className={styles.chip}
        aria-keyshortcuts={`Alt+${lockKey}`}
        onClick={onOff}
      >
        <MarkSquare mark="%" round />
        {t('voices.bar.off')}
      </button>
      <button
        type="button"
        className={styles.leave}
        aria-label={t('voices.bar.leave')}
        onClick={onLeave}
      >
        <X aria-hidden />
      </button>
    </div>
  )
}
