import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { InPlace } from '../conversations/InPlace.tsx'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { ChipRow, FilterChip } from '../ui/Chip.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Tabs } from '../ui/StageTabs.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { FieldMenu } from './FieldMenu.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { StillOpen } from './StillOpen.tsx'
import { Topic } from './Topic.tsx'
import type { FieldShown } from './types.ts'
import { WhoWasHeard } from './WhoWasHeard.tsx'
import styles from './Field.module.css'

const route = getRouteApi('/fields/$id')

/** What people said of one field, by topic, each line with its speaker. */
export function FieldPage(): ReactNode {
  const t = useWords()
  const { id } = route.useParams()
  const answer = useAnswer(client.fields.show, { name: id })
  if (answer.error && !answer.data) throw answer.error
  if (answer.data) return <Field key={answer.data.id} field={answer.data} />
  return (
    <Page title={t('place.field')} back="/fields">
      <Waiting />
    </Page>
  )
}

function Field({ field }: { field: FieldShown }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [topic, setTopic] = useState<string | null>(null)
  const { id, field: name, topics } = field
  const shown = topics.some((one) => one.topic === topic)
    ? topics.filter((one) => one.topic === topic)
    : topics
  return (
    <Page title={name} barTitle={t('fields.list.title')} back="/fields">
      <FieldTabs />
      <FieldHead field={field} />
      <div className={styles.columns}>
        <div>
          {topics.length > 1 ? (
            <ChipRow label={t('fields.topics')}>
              {topics.map((one) => (
                <FilterChip
                  key={one.topic}
                  on={topic === one.topic}
                  onChange={(on) => setTopic(on ? one.topic : null)}
                >
                  {one.name || t('fields.noTopic')}
                </FilterChip>
              ))}
            </ChipRow>
          ) : null}
          {topics.length === 0 ? (
            <Empty sentence={t('fields.empty.nobody', { name })}>
              <ButtonLink to="/conversations/new" search={{ field: id }} look="filled">
                {t('fields.empty.plan')}
              </ButtonLink>
            </Empty>
          ) : null}
          {shown.map((one) => (
            <Topic key={one.topic} topic={one} wall={wall} whole={topic !== null} />
          ))}
          {field.moreInsights > 0 && topic === null ? (
            <Type look="second" className={styles.moreLines}>
              {t('fields.more', { count: field.moreInsights })}
            </Type>
          ) : null}
          <StillOpen field={field} wall={wall} />
          <FieldNotes field={field} />
        </div>
        {topics.length === 0 ? null : (
          <aside>
            <WhoWasHeard field={field} />
          </aside>
        )}
      </div>
    </Page>
  )
}

const here = { 'aria-current': 'page' } as const

function FieldTabs(): ReactNode {
  const t = useWords()
  const fields = useAnswer(client.fields.list, {}).data?.fields ?? []
  if (fields.length < 2) return null
  return (
    <div className={styles.tabs}>
      <Tabs label={t('fields.tabs')}>
        {fields.map(({ id, name }) => (
          <Link key={id} to="/fields/$id" params={{ id }} activeProps={here}>
            {name}
          </Link>
        ))}
      </Tabs>
    </div>
  )
}

function FieldHead({ field }: { field: FieldShown }): ReactNode {
  const t = useWords()
  const { id, field: name, why, people, topics, open } = field
  const lines = new Set(topics.flatMap(({ insights }) => insights.map(({ line }) => line))).size
  async function keepWhy(text: string): Promise<boolean> {
    const kept = await carryOut(client.fields.change, { which: id, why: text }, () =>
      t('fields.whyKept', { name }),
    )
    return kept !== null
  }
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <div className={styles.name}>
          <Type look="h1">{name}</Type>
          <FieldMenu field={field} />
        </div>
        <div className={styles.why}>
          <InPlace what={t('fields.why')} text={why} empty={t('fields.whyEmpty')} onKeep={keepWhy}>
            <Type look="lead">{why}</Type>
          </InPlace>
        </div>
      </div>
      <dl className={styles.counts} aria-label={t('fields.counts.label')}>
        <Count count={people} words={t('fields.counts.people', { count: people })} />
        <Count
          count={lines + field.moreInsights}
          words={t('fields.counts.lines', { count: lines + field.moreInsights })}
        />
        <Count count={open.length} words={t('fields.counts.open')} />
      </dl>
    </header>
  )
}

function Count({ count, words }: { count: number; words: string }): ReactNode {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{count}</dd>
    </div>
  )
}
