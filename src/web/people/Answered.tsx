import type { ReactNode } from 'react'
import { Type } from '../ui/Type.tsx'
import { longDay, type Wall } from '../words/dates.ts'
import { useWords, type Words } from '../words/words.ts'
import type { Person } from './shapes.ts'
import styles from './Person.module.css'

type Answer = NonNullable<Person['answers']>[number]

interface AnsweredProps {
  readonly person: Person
  readonly wall: Wall
}

/** What they answered and when, the newest first: whoever was given leave once can say when, and how. */
export function Answered({ person, wall }: AnsweredProps): ReactNode {
  const t = useWords()
  const answers = (person.answers ?? []).toReversed()
  if (answers.length === 0) return null
  return (
    <section className={styles.fact}>
      <Type look="h4" as="h3">
        {t('people.facts.answered')}
      </Type>
      <ul>
        {answers.map((answer, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list only ever grows at its beginning, and has no ids
          <li key={answers.length - at}>
            {t('people.facts.answer', {
              day: longDay(answer.on, wall),
              answers: answersInWords(t, answer),
            })}
            {answer.said === null
              ? null
              : ` ${t('people.facts.answerSaid', { said: answer.said })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function answersInWords(t: Words, { notes, naming, sharing }: Answer): string {
  return [
    notes && t(`people.consent.notes.${notes}`),
    naming && t(`people.consent.naming.${naming}`),
    sharing && t(`people.consent.sharing.${sharing}`),
  ]
    .filter(Boolean)
    .join(', ')
}
