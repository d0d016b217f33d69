import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { namesInWords } from './names.ts'
import { emptyPlan, type Plan, writtenPlan } from './plan.ts'
import { PlanForm } from './PlanForm.tsx'
import styles from './PlanForm.module.css'

const formId = 'plan'
const route = getRouteApi('/conversations/new')

/** A new conversation; another page may have said with whom and about what. */
export function PlanPage(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const navigate = route.useNavigate()
  const first = useFirstPlan(wall.zone)

  async function keep(plan: Plan): Promise<void> {
    const kept = await carryOut(client.conversations.plan, writtenPlan(plan), () =>
      t('conversations.new.kept', {
        count: plan.people.length,
        name: namesInWords(plan.people, wall),
      }),
    )
    if (kept) await navigate({ to: '/conversations/$id/before', params: { id: kept.id } })
  }

  const keepButton = (
    <Button type="submit" form={formId} look="filled">
      {t('conversations.new.keep')}
    </Button>
  )
  return (
    <Page title={t('conversations.new.title')} back="/conversations" dock={{ acts: keepButton }}>
      <Type look="h1" onPhone="unseen">
        {t('conversations.new.title')}
      </Type>
      <Type look="lead" className={styles.lead}>
        {t('conversations.new.lead')}
      </Type>
      {first ? (
        <PlanForm id={formId} first={first} verb={t('conversations.new.keep')} onKeep={keep} />
      ) : (
        <Waiting />
      )}
    </Page>
  )
}

/** Null until the names of whom and what it is about are known. */
function useFirstPlan(zone: string): Plan | null {
  const { person, field } = route.useSearch()
  const settings = useAnswer(client.settings.show, {})
  const who = useAnswer(client.people.show, { id: person ?? '' }, { when: person !== undefined })
  const fields = useAnswer(client.fields.list, {}, { when: field !== undefined })
  if (settings.isPending || (person && who.isPending) || (field && fields.isPending)) return null
  const about = fields.data?.fields.filter(({ id }) => id === field) ?? []
  return {
    ...emptyPlan(zone),
    people: who.data ? [{ id: who.data.id, name: who.data.name }] : [],
    fields: about.map(({ id, name }) => ({ id, name })),
  }
}
