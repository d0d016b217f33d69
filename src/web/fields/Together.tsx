import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { LinesLeft } from './LinesLeft.tsx'
import { Theme } from './Theme.tsx'
import type { ThemesShown, TopicShown } from './types.ts'
import styles from './Themes.module.css'

interface TogetherProps {
  readonly themes: ThemesShown
  /** The topics that are shown: all, or the one that was chosen. */
  readonly topics: readonly TopicShown[]
  readonly wall: Wall
}

/** The themes of what is shown, and what makes none yet; before the first, the way to it. */
export function Together({ themes, topics, wall }: TogetherProps): ReactNode {
  const t = useWords()
  const [isBegun, setBegun] = useState(false)
  const insights = new Map(
    topics.flatMap((topic) => topic.insights.map((insight) => [insight.line, insight] as const)),
  )
  const shown = themes.themes.filter(
    ({ topic, lines }) =>
      lines.length === 0 ||
      topics.some((one) => one.topic === topic) ||
      lines.some(({ line }) => insights.has(line)),
  )
  const left = themes.unjoined.flatMap((line) => insights.get(line) ?? [])
  if (insights.size === 0 && shown.length === 0) return null
  if (themes.themes.length === 0 && !isBegun) {
    return (
      <section className={styles.left}>
        <SectionHead title={t('themes.title')} />
        <Type look="second" className={styles.lead}>
          {t('themes.begin.lead')}
        </Type>
        <Button onClick={() => setBegun(true)}>{t('themes.begin.choose')}</Button>
      </section>
    )
  }
  return (
    <>
      {shown.map((theme) => (
        <Theme
          key={theme.id}
          theme={theme}
          others={themes.themes.filter(({ id }) => id !== theme.id)}
          insights={insights}
          wall={wall}
        />
      ))}
      <LinesLeft themes={themes} lines={left} wall={wall} />
    </>
  )
}
