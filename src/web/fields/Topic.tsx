import { type ReactNode, useState } from 'react'
import { Act } from '../ui/Button.tsx'
import { Dots } from '../ui/Dots.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords, type Words } from '../words/words.ts'
import { Said } from './Said.tsx'
import type { TopicShown } from './types.ts'
import styles from './Field.module.css'

interface TopicProps {
  readonly topic: TopicShown
  readonly wall: Wall
  /** The only one shown: with all its lines. */
  readonly whole: boolean
}

const first = 3

/** One topic: how many people spoke of it, and their words, the newest first. */
export function Topic({ topic, wall, whole }: TopicProps): ReactNode {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  const { insights, people } = topic
  const name = topic.name || t('fields.noTopic')
  const all = whole || isOpen
  const more = t('fields.allLines', { count: insights.length })
  return (
    <section className={styles.topic}>
      <div className={styles.topicHead}>
        <Type look="h3" as="h2">
          {name}
        </Type>
        {insights.length > first && !whole ? (
          <Act
            aria-expanded={isOpen}
            aria-label={t('fields.allLinesOf', {
              words: isOpen ? t('fields.fewer') : more,
              topic: name,
            })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t('fields.fewer') : more}
          </Act>
        ) : null}
      </div>
      <div className={styles.voices}>
        {people > 0 ? <Dots agree={people} /> : null}
        <Type look="second">{voicesInWords(t, people)}</Type>
      </div>
      {(all ? insights : insights.slice(0, first)).map((insight) => (
        <Said key={insight.line} insight={insight} wall={wall} />
      ))}
    </section>
  )
}

function voicesInWords(t: Words, people: number): string {
  if (people === 0) return t('fields.people.none')
  if (people === 1) return t('fields.people.one')
  return t(people < 4 ? 'fields.people.few' : 'fields.people.some', { count: people })
}
