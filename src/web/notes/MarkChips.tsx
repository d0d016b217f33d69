import type { ReactNode } from 'react'
import { type Mark, marksInOrder, wordOf } from '../ui/marks.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { useWords } from '../words/words.ts'
import { keyOfMark, lockKey } from './mark-keys.ts'
import styles from './NoteEditor.module.css'

interface MarkChipsProps {
  /** The mark of the line the cursor is on. */
  readonly mark: Mark | null
  readonly offRecord: boolean
  readonly onMark: (mark: Mark) => void
  readonly onLock: () => void
}

/** Every mark as a button: sets it on the line, or takes it off. */
export function MarkChips({ mark, offRecord, onMark, onLock }: MarkChipsProps): ReactNode {
  const t = useWords()
  return (
    <div className={styles.chips} role="toolbar" aria-label={t('notes.marks')}>
      {marksInOrder.map((sign) => (
        <MarkChip
          key={sign}
          sign={sign}
          on={mark === sign}
          keys={keyOfMark(sign)}
          onPress={() => onMark(sign)}
        >
          {t(wordOf(sign))}
        </MarkChip>
      ))}
      <MarkChip sign="%" on={offRecord} keys={lockKey} onPress={onLock}>
        {t('mark.off')}
      </MarkChip>
    </div>
  )
}

interface MarkChipProps {
  readonly sign: Mark | '%'
  readonly on: boolean
  readonly keys: string
  readonly onPress: () => void
  readonly children: ReactNode
}

function MarkChip({ sign, on, keys, onPress, children }: MarkChipProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={on}
      aria-keyshortcuts={`Alt+${keys}`}
      // The keyboard of the phone stays up: the cursor does not leave the line.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <MarkSquare mark={sign} round />
      {children}
    </button>
  )
}
