import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Person } from '../people/shapes.ts'
import { sourcesOf } from '../people/sources.ts'
import { useFileOf } from '../people/use-file-of.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut, refusalInWords } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { calledOf } from './asked.ts'
import { type Choices, choicesGiven, competing, type Section, usually } from './choices.ts'
import { ChooseSide } from './ChooseSide.tsx'
import { ownSource, sideOf } from './origins.ts'
import { sideBySide } from './side-by-side.ts'
import { SideBySide } from './SideBySide.tsx'
import styles from './Queue.module.css'

/** Two whom the owner says are one: what to show of each, and then they are. */
export function TogetherPage(): ReactNode {
  const t = useWords()
  const { one: first = '', other: second = '' } = useParams({ strict: false })
  const one = useAnswer(client.people.show, { id: first })
  const other = useAnswer(client.people.show, { id: second })
  const error = one.data && other.data ? null : (one.error ?? other.error)
  return (
    <Page title={t('twice.together.title')} back="/people" dock="none">
      <div className={styles.inner}>
        <Type look="h1" onPhone="unseen">
          {t('twice.together.title')}
        </Type>
        {error ? (
          <p role="alert" className={styles.trouble}>
            {refusalInWords(error)}
          </p>
        ) : null}
        {one.data && other.data ? (
          <Both one={one.data} other={other.data} />
        ) : error ? null : (
          <Waiting lines={8} />
        )}
      </div>
    </Page>
  )
}

function Both({ one, other }: { one: Person; other: Person }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const router = useRouter()
  const { from } = useSearch({ strict: false })
  const fileOf = useFileOf(sourcesOf(one, other))
  const [choices, setChoices] = useState<Choices>({})
  const [busy, setBusy] = useState(false)
  const names = { one: calledOf(t, one), other: calledOf(t, other) }
  const rows = sideBySide(one, other, { t, wall })
  const asked = competing(rows)
  const origin = { fileOf, wall }

  async function join(): Promise<void> {
    setBusy(true)
    const merged = await carryOut(
      client.people.merge,
      {
        people: [one.id, other.id],
        choices: choicesGiven(choices, { one: one.id, other: other.id }),
      },
      () => t('twice.said.same', names),
    )
    if (merged) await goOn(merged.id)
    setBusy(false)
  }

  async function keepApart(): Promise<void> {
    setBusy(true)
    const apart = await carryOut(client.people.distinct, { people: [one.id, other.id] }, () =>
      t('twice.said.distinct', names),
    )
    if (apart) await goOn(one.id)
    setBusy(false)
  }

  async function goOn(id: string): Promise<void> {
    if (from === 'queue') await router.navigate({ to: '/twice' })
    else await router.navigate({ to: '/people/$id', params: { id } })
  }

  function renderChoice(section: Section): ReactNode {
    if (!asked.has(section)) return null
    return (
      <ChooseSide
        section={section}
        {...names}
        value={choices[section] ?? usually(section)}
        onChange={(choice) => setChoices({ ...choices, [section]: choice })}
      />
    )
  }

  return (
    <>
      <p className={styles.reasons}>{t('twice.together.lead')}</p>
      <SideBySide
        one={sideOf(t, one, origin)}
        other={sideOf(t, other, origin)}
        rows={rows}
        fromOf={ownSource(t, [one, other], origin)}
        between={null}
        renderChoice={renderChoice}
      />
      <div className={styles.acts}>
        <Button look="filled" disabled={busy} onClick={() => void join()}>
          {t('twice.together.join')}
        </Button>
        <Button disabled={busy} onClick={() => void keepApart()}>
          {t('twice.together.apart')}
        </Button>
        <Button look="quiet" onClick={() => router.history.back()}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </>
  )
}
