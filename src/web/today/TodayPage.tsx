import { lazy, type ReactNode, Suspense } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { bringMoreWords, useWords } from '../words/words.ts'
import { Today } from './Today.tsx'

const FirstRun = lazy(async () => {
  const [{ FirstRun: page }] = await Promise.all([import('./FirstRun.tsx'), bringMoreWords()])
  return { default: page }
})

/** What to do today; on the first day, the table. */
export function TodayPage(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const today = useAnswer(client.today.show, {})
  if (today.error && !today.data) throw today.error
  const waiting = (
    <Page title={t('place.today')} barTitle={t('app.name')}>
      <Waiting lines={6} />
    </Page>
  )
  if (!today.data) return waiting
  if (today.data.empty) {
    return (
      <Suspense fallback={waiting}>
        <FirstRun />
      </Suspense>
    )
  }
  return (
    <Page title={t('place.today')} barTitle={t('app.name')}>
      <Today today={today.data} wall={wall} />
    </Page>
  )
}
