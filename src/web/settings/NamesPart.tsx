import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { NounList } from './NounList.tsx'
import type { Noun } from './nouns.ts'
import { Answered, PartHead } from './PartHead.tsx'
import styles from './Settings.module.css'

/** What things are called: fields, organisations, topics. */
export function NamesPart(): ReactNode {
  const t = useWords()
  return (
    <>
      <PartHead part="names" lead={t('settings.names.lead')} />
      <Fields />
      <Organisations />
      <Topics />
    </>
  )
}

function Fields(): ReactNode {
  const t = useWords()
  const answer = useAnswer(client.fields.list, {})
  return (
    <section className={styles.block}>
      <SectionHead title={t('settings.names.fields')} as="h3" />
      <Answered answer={answer}>
        {({ fields }) => (
          <NounList
            of="fields"
            nouns={fields.map((field) => ({
              ...field,
              size: t('settings.names.people', { count: field.people }),
            }))}
          />
        )}
      </Answered>
    </section>
  )
}

function Topics(): ReactNode {
  const t = useWords()
  const answer = useAnswer(client.topics.list, {})
  return (
    <section className={styles.block}>
      <SectionHead title={t('settings.names.topics')} as="h3" />
      <Answered answer={answer}>
        {({ topics }) => (
          <NounList
            of="topics"
            nouns={topics.map((topic) => ({
              ...topic,
              size: t('settings.names.lines', { count: topic.lines }),
            }))}
          />
        )}
      </Answered>
    </section>
  )
}

/** There may be thousands: they come in pages, and are found by how they begin. */
function Organisations(): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const list = useInfiniteQuery({
    queryKey: [client.organisations.list.operation, text.trim()],
    queryFn: ({ signal, pageParam }) =>
      client.organisations.list(
        { text: text.trim(), limit: 25, ...(pageParam ? { after: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  return (
    <section className={styles.block}>
      <SectionHead title={t('settings.names.organisations')} as="h3" />
      <TextField
        label={t('settings.names.find')}
        quietLabel
        className={styles.find}
        placeholder={t('settings.names.findHint')}
        value={text}
        onChange={setText}
        autoComplete="off"
      />
      <Answered answer={list}>
        {({ pages }) => (
          <NounList
            of="organisations"
            nouns={pages.flatMap(({ organisations }) =>
              organisations.map((one): Noun => ({
                ...one,
                size: t('settings.names.people', { count: one.people }),
              })),
            )}
          />
        )}
      </Answered>
      {list.hasNextPage ? (
        <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('settings.names.more')}
        </Button>
      ) : null}
    </section>
  )
}
