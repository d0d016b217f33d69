import { type ReactNode, useState } from 'react'
import { isOver } from '../../craft/introductions/next.ts'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { ActLink, ButtonLink } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { IntroductionRow } from './IntroductionRow.tsx'
import type { Introduction } from './types.ts'
import styles from './Giving.module.css'

/** What goes from one to another: people who are brought together. */
export function GivingPage(): ReactNode {
  const t = useWords()
  const answer = useAnswer(client.introductions.list, { closed: true })
  if (answer.error && !answer.data) throw answer.error
  return (
    <Page title={t('giving.title')}>
      <header className={styles.head}>
        <Type look="h1" onPhone="unseen">
          {t('giving.title')}
        </Type>
        <Type look="lead">{t('giving.lead')}</Type>
      </header>
      {answer.data ? <All introductions={answer.data.introductions} /> : <Waiting />}
    </Page>
  )
}

function All({ introductions }: { introductions: readonly Introduction[] }): ReactNode {
  const over = introductions.filter(isOver)
  return (
    <>
      <OnTheirWay introductions={introductions.filter((one) => !isOver(one))} />
      {over.length === 0 ? null : <Over introductions={over} />}
    </>
  )
}

/** Those of which nothing is to be done any more, folded away. */
function Over({ introductions }: { introductions: readonly Introduction[] }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.over} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('giving.over', { count: introductions.length })}</summary>
      {isOpen ? (
        <ul>
          {introductions.map((one) => (
            <IntroductionRow key={one.id} introduction={one} wall={wall} first={false} />
          ))}
        </ul>
      ) : null}
    </details>
  )
}

function OnTheirWay({ introductions }: { introductions: readonly Introduction[] }): ReactNode {
  const t = useWords()
  const wall = useWall()
  if (introductions.length === 0) {
    return (
      <Empty sentence={t('giving.empty')}>
        <ButtonLink to="/giving/introduce" look="filled">
          {t('giving.introduce')}
        </ButtonLink>
      </Empty>
    )
  }
  const first = introductions.find(({ next }) => next.what !== 'wait' && next.what !== 'nothing')
  return (
    <section className={styles.part}>
      <SectionHead title={t('giving.onTheirWay')} aside={t('giving.rule')} />
      <ul>
        {introductions.map((one) => (
          <IntroductionRow key={one.id} introduction={one} wall={wall} first={one === first} />
        ))}
      </ul>
      <ActLink to="/giving/introduce" className={styles.more}>
        {t('giving.introduce')}
      </ActLink>
    </section>
  )
}
