import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { readAnew } from '../shell/answers.ts'
import { refusalInWords, sayDone, sayRefused } from '../shell/deeds.ts'
import type { Progress } from '../shell/jobs.ts'
import { Page } from '../shell/Page.tsx'
import { client, startJob } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Act, Button, ButtonLink } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Row } from '../ui/Row.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { longDay, plainDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { type BroughtIn, broughtInWords, hadInWords, takenOutInWords } from './import-words.ts'
import { Measure } from './Measure.tsx'
import styles from './BringPage.module.css'

/** Every file that was ever brought in, and the way to take one out again. */
export function ImportsPage(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const list = useInfiniteQuery({
    queryKey: [client.contacts.imports.operation, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      client.contacts.imports(
        { limit: 50, ...(pageParam ? { after: pageParam } : {}) },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const imports = list.data?.pages.flatMap((page) => page.imports) ?? []
  return (
    <Page title={t('contacts.imports.title')} back="/people">
      <div className={styles.page}>
        <Type look="h1" onPhone="unseen">
          {t('contacts.imports.title')}
        </Type>
        <Type look="lead">{t('contacts.imports.lead')}</Type>
        {list.error ? (
          <p role="alert" className={styles.trouble}>
            {refusalInWords(list.error)}
          </p>
        ) : null}
        {list.isPending ? <Waiting lines={5} /> : null}
        {list.isSuccess && imports.length === 0 ? (
          <Empty sentence={t('contacts.imports.none')}>
            <ButtonLink to="/bring-in" look="filled">
              {t('contacts.title')}
            </ButtonLink>
          </Empty>
        ) : (
          <ul className={styles.imports}>
            {imports.map((one) => (
              <ImportRow key={one.id} one={one} wall={wall} />
            ))}
          </ul>
        )}
        {list.hasNextPage ? (
          <div className={styles.acts}>
            <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('contacts.imports.more')}
            </Button>
          </div>
        ) : null}
      </div>
    </Page>
  )
}

function ImportRow({ one, wall }: { one: BroughtIn; wall: Wall }): ReactNode {
  const t = useWords()
  const [asking, setAsking] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const { file, takenOutOn, unfinished } = one
  const canGo = takenOutOn === null || unfinished

  async function takeOut(): Promise<void> {
    setAsking(false)
    setProgress({ done: 0, total: null, words: '' })
    let job: string | null = null
    try {
      const out = await startJob(
        'contacts.undo-import',
        { id: one.id },
        { onProgress: setProgress, onBegun: (begun) => (job = begun) },
      )
      sayDone(takenOutInWords(t, out), job)
    } catch (error) {
      sayRefused(error)
    }
    setProgress(null)
    await readAnew()
  }

  return (
    <Row
      as="li"
      name={file}
      when={longDay(one.on, wall)}
      act={
        canGo && progress === null ? (
          <Act
            aria-label={t(unfinished ? 'contacts.imports.goOnOf' : 'contacts.imports.takeOutOf', {
              file,
              day: plainDay(one.on, wall),
            })}
            onClick={() => setAsking(true)}
          >
            {t(unfinished ? 'contacts.imports.goOn' : 'contacts.imports.takeOut')}
          </Act>
        ) : undefined
      }
    >
      {progress === null ? broughtInWords(t, one, wall) : <Measure progress={progress} />}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('contacts.imports.ask', { file })}
        sentence={<WhatGoes one={one} />}
        verb={t('contacts.imports.verb', { file })}
        onConfirm={() => void takeOut()}
        to="destroy"
      />
    </Row>
  )
}

/** What goes and what stays, before it is done. */
function WhatGoes({ one }: { one: BroughtIn }): ReactNode {
  const t = useWords()
  const had = hadInWords(t, one)
  return (
    <>
      {had === '' ? null : `${t('contacts.imports.had', { what: had })} `}
      {t('contacts.imports.goes')} <span>{t('contacts.imports.stays')}</span>
    </>
  )
}
