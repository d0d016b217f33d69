import { type ReactNode, useCallback } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { useNarrow } from '../shell/narrow.ts'
import { Page } from '../shell/Page.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { capitalized, useWords, type Words } from '../words/words.ts'
import { AllCertain } from './AllCertain.tsx'
import { Answers, LastAndLater } from './AnswerBar.tsx'
import { type Asked, calledOf } from './asked.ts'
import type { DeciderView } from './decider.ts'
import { LookThrough } from './LookThrough.tsx'
import { PairOnTable } from './PairOnTable.tsx'
import { type QueueDeed, useQueueKeys } from './queue-keys.ts'
import { type Queue, useQueue } from './use-queue.ts'
import styles from './Queue.module.css'

/** Who may be one person twice: one pair at a time, one key an answer. */
export function QueuePage(): ReactNode {
  const t = useWords()
  const narrow = useNarrow()
  const queue = useQueue()
  const { decider, view } = queue
  const { current } = view
  const act = useCallback(
    (deed: QueueDeed) => {
      if (deed === 'undo') decider.undo()
      else decider.answer(deed)
      announce(spoken(t, decider.view()))
      // On the phone the next pair begins at its names.
      window.scrollTo({ top: 0 })
    },
    [decider, t],
  )
  useQueueKeys(act)
  const pair = current === null ? null : `${current.a} ${current.b}`
  return (
    <Page
      title={t('twice.title')}
      back="/people"
      bare
      dock={narrow && current ? { acts: <Answers act={act} /> } : 'none'}
    >
      <div className={styles.page}>
        <div key={pair} className={styles.table}>
          <div className={styles.inner}>
            <Head queue={queue} />
            {current ? <PairOnTable pair={current} /> : <NoPair queue={queue} act={act} />}
          </div>
        </div>
        {current ? (
          <div className={styles.bar} role="group" aria-label={t('twice.answer.label')}>
            <LastAndLater act={act} view={view} />
            {narrow ? null : <Answers act={act} />}
          </div>
        ) : null}
      </div>
    </Page>
  )
}

function Head({ queue }: { queue: Queue }): ReactNode {
  const t = useWords()
  const { decider, view, counts } = queue
  return (
    <div className={styles.head}>
      <Type look="h1" onPhone="unseen">
        {t('twice.title')}
      </Type>
      {view.left === 0 || counts === null ? null : (
        <>
          <Type look="quiet" figures>
            {capitalized(t('twice.left', { count: counts.total }))}
          </Type>
          <AllCertain count={counts.certain} ready={decider.settled} />
        </>
      )}
    </div>
  )
}

/** What those hear who do not look: what was said, and who comes next. */
function spoken(t: Words, { last, current }: DeciderView<Asked>): string {
  const said = last
    ? t(`twice.said.${last.answer}`, {
        one: calledOf(t, last.pair.one),
        other: calledOf(t, last.pair.other),
      })
    : ''
  const next = current
    ? t('twice.next', { one: calledOf(t, current.one), other: calledOf(t, current.other) })
    : t('twice.none')
  return `${said} ${next}`.trim()
}

interface NoPairProps {
  readonly queue: Queue
  readonly act: (deed: QueueDeed) => void
}

/** Nobody is asked about: on their way, refused, all answered, or not looked for yet. */
function NoPair({ queue, act }: NoPairProps): ReactNode {
  const { decider, view, counts, error, coming } = queue
  const t = useWords()
  if (error && counts === null) {
    return (
      <p role="alert" className={styles.trouble}>
        {refusalInWords(error)}
      </p>
    )
  }
  if (coming) return <Waiting lines={8} />
  return (
    <>
      <Empty sentence={overInWords(t, queue)}>
        {view.later > 0 ? (
          <Button look="filled" onClick={decider.again}>
            {t('twice.over.again')}
          </Button>
        ) : counts?.looked ? (
          <ButtonLink to="/people" look="filled">
            {t('twice.over.people')}
          </ButtonLink>
        ) : null}
        {view.last === null ? null : (
          <Button onClick={() => act('undo')}>{t('twice.over.undo')}</Button>
        )}
      </Empty>
      {counts === null ? null : <LookThrough counts={counts} first={counts.looked === null} />}
    </>
  )
}

function overInWords(t: Words, { view, counts }: Queue): string {
  if (view.later > 0) return capitalized(t('twice.over.later', { count: view.later }))
  if (view.said.length > 0) return t('twice.over.done')
  return t(counts?.looked ? 'twice.over.nothing' : 'twice.over.never')
}
