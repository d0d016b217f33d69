import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Empty } from '../ui/Empty.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { monthInWords, worksInWords } from './asking-words.ts'
import { WhomRow } from './WhomRow.tsx'
import styles from './Asking.module.css'

/** Whom to ask next, and what a month of asking comes to. */
export function AskingPage(): ReactNode {
  const t = useWords()
  const answer = useAnswer(client.asking.whom, { limit: 20 })
  if (answer.error && !answer.data) throw answer.error
  const next = answer.data?.next
  return (
    <Page title={t('asking.title')} back="/conversations">
      <header className={styles.head}>
        <Type look="h1" onPhone="unseen">
          {t('asking.title')}
        </Type>
        <Type look="lead">{t('asking.lead')}</Type>
      </header>
      <div className={styles.columns}>
        <div>
          {next ? null : <Waiting />}
          {next?.length === 0 ? (
            <Empty sentence={t('asking.none')}>
              <ButtonLink to="/fields">{t('asking.fields')}</ButtonLink>
            </Empty>
          ) : null}
          <ul>
            {next?.map((one) => (
              <WhomRow key={`${one.field.id} ${one.gap} ${one.person.id}`} suggestion={one} />
            ))}
          </ul>
        </div>
        <aside className={styles.aside}>
          <MonthCard />
          <WorksCard />
        </aside>
      </div>
    </Page>
  )
}

/** Sentences, and only what is more than chance. */
function WorksCard(): ReactNode {
  const t = useWords()
  const { data: works, error } = useAnswer(client.asking.works, {})
  if (!works && !error) return null
  return (
    <Card className={styles.month}>
      <SectionHead title={t('asking.works.title')} />
      <div className={styles.plan}>
        <Told lines={works && worksInWords(t, works)} error={error} />
      </div>
      {works?.all ? <Type look="quiet">{t('asking.works.hint')}</Type> : null}
    </Card>
  )
}

const sizes = ['1', '2', '4', '6'] as const

function MonthCard(): ReactNode {
  const t = useWords()
  const [size, setSize] = useState<(typeof sizes)[number]>('2')
  const { data: month, error } = useAnswer(client.asking.month, { conversations: Number(size) })
  return (
    <Card className={styles.month}>
      <SectionHead title={t('asking.month.title')} />
      <Segmented
        question={t('asking.month.question')}
        answers={sizes.map((one) => ({ value: one, words: one }))}
        value={size}
        onChange={setSize}
      />
      <div className={styles.plan} aria-live="polite">
        <Told lines={month && monthInWords(t, month)} error={error} />
      </div>
    </Card>
  )
}

/** The sentences that are there; where none came, why. */
function Told({
  lines,
  error,
}: {
  lines: readonly string[] | undefined
  error: Error | null
}): ReactNode {
  if (lines) return lines.map((line) => <p key={line}>{line}</p>)
  return error ? <p role="status">{refusalInWords(error)}</p> : null
}
