import { CornerUpLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { type Asked, calledOf } from './asked.ts'
import type { DeciderView } from './decider.ts'
import type { QueueDeed } from './queue-keys.ts'
import styles from './Queue.module.css'

interface AnswersProps {
  readonly act: (deed: QueueDeed) => void
}

/** The two answers: on the phone one under each thumb. */
export function Answers({ act }: AnswersProps): ReactNode {
  const t = useWords()
  return (
    <>
      <Button className={styles.answer} aria-keyshortcuts="n" onClick={() => act('distinct')}>
        {t('twice.answer.distinct')}
        <Key>{'N'}</Key>
      </Button>
      <Button
        look="filled"
        className={styles.answer}
        aria-keyshortcuts="m"
        onClick={() => act('same')}
      >
        {t('twice.answer.same')}
        <Key>{'M'}</Key>
      </Button>
    </>
  )
}

interface LastProps extends AnswersProps {
  readonly view: DeciderView<Asked>
}

/** What was said last, with the way back; and leaving this one for later. */
export function LastAndLater({ act, view }: LastProps): ReactNode {
  const t = useWords()
  const { last, waiting } = view
  return (
    <div className={styles.last}>
      <p className={styles.said}>
        {last === null
          ? null
          : t(`twice.said.${last.answer}`, {
              one: calledOf(t, last.pair.one),
              other: calledOf(t, last.pair.other),
            })}
        {waiting === 0 ? null : (
          <span className={styles.waiting}> {t('twice.sending', { count: waiting })}</span>
        )}
      </p>
      <Button
        look="quiet"
        size="small"
        icon={<CornerUpLeft aria-hidden />}
        aria-keyshortcuts="u"
        disabled={last === null}
        onClick={() => act('undo')}
      >
        {t('twice.answer.undo')}
        <Key>{'U'}</Key>
      </Button>
      <Button
        look="quiet"
        size="small"
        aria-keyshortcuts="s ArrowRight"
        onClick={() => act('later')}
      >
        {t('twice.answer.later')}
        <Key>{'S'}</Key>
      </Button>
    </div>
  )
}

function Key({ children }: { children: string }): ReactNode {
  return (
    <kbd className={styles.key} aria-hidden>
      {children}
    </kbd>
  )
}
