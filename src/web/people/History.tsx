import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { changeInWords, doorInWords } from '../settings/change-words.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { ActLink, Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { dayAndClock, type Wall, whenInWords } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Person } from './shapes.ts'
import { keyOf, sourceInWords, sourcesOf, toldBy } from './sources.ts'
import { useFileOf } from './use-file-of.ts'
import styles from './History.module.css'

interface HistoryProps {
  readonly person: Person
  readonly wall: Wall
}

/** Where all that stands here came from, and what was changed since: told when one asks. */
export function History({ person, wall }: HistoryProps): ReactNode {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  return (
    <details
      className={styles.history}
      onToggle={(event) => event.currentTarget.open && setAsked(true)}
    >
      <summary>{t('people.history.title')}</summary>
      {asked ? (
        <div className={styles.told}>
          <CameFrom person={person} wall={wall} />
          <Changed id={person.id} wall={wall} />
        </div>
      ) : null}
    </details>
  )
}

function CameFrom({ person, wall }: HistoryProps): ReactNode {
  const t = useWords()
  const fileOf = useFileOf(sourcesOf(person))
  const told = toldBy(t, person, wall)
  return (
    <section>
      <SectionHead title={t('people.history.from')} as="h3" />
      {told.length === 0 ? (
        <Type look="second">{t('people.history.unknown')}</Type>
      ) : (
        <dl className={styles.sources}>
          {told.map(({ source, values }) => (
            <div key={keyOf(source)}>
              <dt>{sourceInWords(t, source, fileOf, wall)}</dt>
              {values.map((value) => (
                <dd key={value}>{value}</dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Changed({ id, wall }: { id: string; wall: Wall }): ReactNode {
  const t = useWords()
  const list = useInfiniteQuery({
    queryKey: [client.changes.list.operation, 'thing', id],
    queryFn: ({ signal, pageParam }) =>
      client.changes.list(
        { thing: id, limit: 20, ...(pageParam ? { after: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const noName = t('people.person.noName')
  const changes = list.data?.pages.flatMap((page) => page.changes) ?? []
  return (
    <section>
      <SectionHead title={t('people.history.changed')} aside={t('people.between.order')} as="h3" />
      {list.error ? <p role="alert">{refusalInWords(list.error)}</p> : null}
      {list.isPending ? <Waiting lines={3} /> : null}
      <ol className={styles.changes}>
        {changes.map((change) => {
          const { day, clock } = dayAndClock(change.at, wall.zone)
          return (
            <li key={change.id}>
              <span>
                {changeInWords(t, change.operation)}
                <span className={styles.door}>{doorInWords(t, change.door)}</span>
                {change.whose.length === 0 ? null : (
                  <span className={styles.door}>
                    {t('people.history.whose', {
                      names: change.whose.map(({ name }) => name || noName).join(', '),
                    })}
                  </span>
                )}
              </span>
              <time dateTime={change.at}>
                {change.undone ? t('people.history.undone') : whenInWords(t, day, clock, wall)}
              </time>
            </li>
          )
        })}
      </ol>
      {list.hasNextPage ? (
        <Button
          size="small"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('people.history.more')}
        </Button>
      ) : null}
      <p className={styles.way}>
        <ActLink to="/settings" search={{ part: 'changes' }}>
          {t('people.history.takeBack')}
        </ActLink>
      </p>
    </section>
  )
}
