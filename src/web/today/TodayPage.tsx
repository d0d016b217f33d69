import { type ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { FirstRun } from './FirstRun.tsx'
import { Today } from './Today.tsx'

/** What to do today; on the first day, the table. */
export function TodayPage(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const today = useAnswer(client.today.show, {})
  if (today.error && !today.data) throw today.error
  if (!today.data) {
    return (
      <Page title={t('place.today')} barTitle={t('app.name')}>
        <Waiting lines={6} />
      </Page>
    )
  }
  if (today.data.empty) return <FirstRun />
  return (
    <Page title={t('place.today')} barTitle={t('app.name')}>
      <Today today={today.data} wall={wall} />
    </Page>
  )
}
