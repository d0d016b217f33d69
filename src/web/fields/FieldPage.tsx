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
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { Curve } from './Curve.tsx'
import { FieldMenu } from './FieldMenu.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { StillOpen } from './StillOpen.tsx'
import { Together } from './Together.tsx'
import { Topic } from './Topic.tsx'
import type { FieldShown, ThemesShown } from './types.ts'
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
  const { id, field: name, topics } = field
  const themes = useAnswer(client.themes.list, { field: id }).data
  const isGathered = themes !== undefined && themes.themes.length > 0
  return (
    <Page title={name} barTitle={t('fields.list.title')} back="/fields">
      <FieldTabs />
      <FieldHead field={field} themes={themes?.themes.length ?? 0} />
      <div className={styles.columns}>
        <div>
          <WhatWasSaid field={field} themes={themes} wall={wall} />
          <StillOpen field={field} wall={wall} />
          <FieldNotes field={field} />
        </div>
        {topics.length === 0 ? null : (
          <aside>
            {isGathered ? <Curve curve={themes.curve} wall={wall} /> : null}
            <WhoWasHeard field={field} />
          </aside>
        )}
      </div>
    </Page>
  )
}

interface WhatWasSaidProps {
  readonly field: FieldShown
  readonly themes: ThemesShown | undefined
  readonly wall: Wall
}

/** Themes once there is one, before that the lines by topic. */
function WhatWasSaid({ field, themes, wall }: WhatWasSaidProps): ReactNode {
  const t = useWords()
  const [topic, setTopic] = useState<string | null>(null)
  const { id, field: name, topics, moreInsights } = field
  if (topics.length === 0) {
    return (
      <Empty sentence={t('fields.empty.nobody', { name })}>
        <ButtonLink to="/conversations/new" search={{ field: id }} look="filled">
          {t('fields.empty.plan')}
        </ButtonLink>
      </Empty>
    )
  }
  const isOne = topics.some((one) => one.topic === topic)
  const shown = isOne ? topics.filter((one) => one.topic === topic) : topics
  const isGathered = themes !== undefined && themes.themes.length > 0
  return (
    <>
      {topics.length > 1 ? (
        <ChipRow label={t(isGathered ? 'themes.topics' : 'fields.topics')}>
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
      {isGathered
        ? null
        : shown.map((one) => <Topic key={one.topic} topic={one} wall={wall} whole={isOne} />)}
      {themes ? <Together themes={themes} topics={shown} wall={wall} /> : null}
      {moreInsights > 0 && !isOne ? (
        <Type look="second" className={styles.moreLines}>
          {t('fields.more', { count: moreInsights })}
        </Type>
      ) : null}
    </>
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

interface FieldHeadProps {
  readonly field: FieldShown
  /** How many themes there are. */
  readonly themes: number
}

function FieldHead({ field, themes }: FieldHeadProps): ReactNode {
  const t = useWords()
  const { id, field: name, why, people, topics, open } = field
  const lines =
    new Set(topics.flatMap(({ insights }) => insights.map(({ line }) => line))).size +
    field.moreInsights
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
        {themes > 0 ? (
          <Count count={themes} words={t('themes.count', { count: themes })} />
        ) : (
          <Count count={lines} words={t('fields.counts.lines', { count: lines })} />
        )}
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
