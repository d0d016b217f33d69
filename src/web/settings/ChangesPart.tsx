import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { takeBack } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Act, Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Row } from '../ui/Row.tsx'
import { dayAndClock, type Wall, whenInWords } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import { changeInWords, doorInWords } from './change-words.ts'
import { Answered, PartHead } from './PartHead.tsx'
import styles from './Settings.module.css'

type Change = Awaited<ReturnType<typeof client.changes.list>>['changes'][number]

/** All that was written, and the way back. */
export function ChangesPart(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const list = useInfiniteQuery({
    queryKey: [client.changes.list.operation, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      client.changes.list({ limit: 50, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return (
    <>
      <PartHead part="changes" lead={t('settings.changes.lead')} />
      <Answered answer={list}>
        {({ pages }) => {
          const changes = pages.flatMap((page) => page.changes)
          if (changes.length === 0) return <Empty sentence={t('settings.changes.none')} />
          return (
            <ul>
              {changes.map((change) => (
                <ChangeRow key={change.id} change={change} wall={wall} />
              ))}
            </ul>
          )
        }}
      </Answered>
      {list.hasNextPage ? (
        <div className={styles.block}>
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('settings.changes.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function ChangeRow({ change, wall }: { change: Change; wall: Wall }): ReactNode {
  const t = useWords()
  const { day, clock } = dayAndClock(change.at, wall.zone)
  const what = changeInWords(t, change.operation)
  const when = whenInWords(t, day, clock, wall)
  const more = [
    doorInWords(t, change.door),
    // The command and a helping program have no other name than their door.
    change.device === change.door ? '' : change.device,
    t('settings.changes.things', { count: change.things }),
  ].filter((part) => part !== '')
  return (
    <Row
      as="li"
      name={what}
      when={change.undone ? t('settings.changes.undone') : when}
      act={
        change.undone ? undefined : (
          <Act
            aria-label={t('settings.changes.undoOf', { what, when })}
            onClick={() => void takeBack(change.id)}
          >
            {t('settings.changes.undo')}
          </Act>
        )
      }
    >
      {capitalized(more.join(', '))}
    </Row>
  )
}
