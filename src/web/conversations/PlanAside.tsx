import { Printer } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { focusOn } from '../shell/keys.ts'
import { Button } from '../ui/Button.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { MinutesCard } from './MinutesCard.tsx'
import type { Brief, Conversation } from './types.ts'
import styles from './Before.module.css'

/** The bank of questions comes along only for who changes them. */
const QuestionsEditor = lazy(async () => ({
  default: (await import('./QuestionsEditor.tsx')).QuestionsEditor,
}))

interface PlanAsideProps {
  readonly conversation: Conversation
  readonly brief: Brief
  /** "Start the notes"; on the phone it stands in the dock. */
  readonly start: ReactNode
  readonly isChoosing: boolean
  readonly onChoosing: (isChoosing: boolean) => void
}

/** The minutes with their questions, or the choosing of them. */
export function PlanAside(props: PlanAsideProps): ReactNode {
  const { conversation, brief, isChoosing, onChoosing } = props
  const t = useWords()
  if (isChoosing) {
    return (
      <aside>
        <Suspense fallback={<Waiting />}>
          <QuestionsEditor
            conversation={conversation}
            brief={brief}
            onLeave={() => {
              onChoosing(false)
              // The button is drawn again first.
              requestAnimationFrame(() => focusOn('[data-change-questions]'))
            }}
          />
        </Suspense>
      </aside>
    )
  }
  return (
    <aside>
      <MinutesCard
        brief={brief}
        minutes={conversation.minutes}
        acts={
          <div className={styles.acts}>
            {props.start}
            <Button look="quiet" icon={<Printer aria-hidden />} onClick={() => window.print()}>
              {t('conversations.before.onePage')}
            </Button>
            <Button look="quiet" data-change-questions onClick={() => onChoosing(true)}>
              {t('conversations.before.change')}
            </Button>
          </div>
        }
      />
    </aside>
  )
}
