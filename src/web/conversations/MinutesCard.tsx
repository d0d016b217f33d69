import { Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '../ui/Card.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords, type Words } from '../words/words.ts'
import { minutesRows, remindersOf } from './minutes-rows.ts'
import { minutesInWords } from './minutes-words.ts'
import type { Brief, BriefQuestion } from './types.ts'
import styles from './MinutesCard.module.css'

type Part = Brief['minutes'][number]

interface MinutesCardProps {
  readonly brief: Brief
  readonly minutes: number
  /** The buttons below. */
  readonly acts: ReactNode
}

/** The minutes one asked for, what they are for, and the questions in them. */
export function MinutesCard({ brief, minutes, acts }: MinutesCardProps): ReactNode {
  const t = useWords()
  const length = minutesInWords(t, minutes)
  const questions = brief.minutes.flatMap((part) => part.questions)
  const stars = questions.filter(({ starred }) => starred).length
  return (
    <>
      <Card className={styles.card}>
        <SectionHead
          title={t('conversations.plan.title', { minutes: length })}
          aside={countInWords(t, questions.length, brief.spares.length)}
        />
        <ol className={styles.parts}>
          {minutesRows(brief).map((part) => (
            <li key={part.part}>
              <span className={styles.range}>
                {t('conversations.plan.range', { from: part.from, to: part.to })}
              </span>
              <div>
                <PartWords part={part} brief={brief} length={length} />
              </div>
            </li>
          ))}
        </ol>
        {acts}
      </Card>
      <p className={styles.note}>
        {stars > 0 ? t('conversations.plan.starredHint', { count: stars }) : null}{' '}
        {brief.chosen ? null : t('conversations.plan.proposed')}
      </p>
      {brief.spares.length > 0 ? (
        <div className={styles.spares}>
          <h3>{t('conversations.plan.spares')}</h3>
          <ul>
            {brief.spares.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

function countInWords(t: Words, questions: number, spares: number): string {
  const asked = t('conversations.plan.count', { count: questions })
  if (spares === 0) return asked
  return t('conversations.plan.countAndSpare', {
    questions: asked,
    spares: t('conversations.plan.spare', { count: spares }),
  })
}

interface PartWordsProps {
  readonly part: Part
  readonly brief: Brief
  readonly length: string
}

function PartWords({ part, brief, length }: PartWordsProps): ReactNode {
  const t = useWords()
  const { notes } = brief.consent
  return (
    <>
      {part.part === 'thanks' ? (
        <p className={styles.say}>
          {t('conversations.plan.thanks', { minutes: length })}{' '}
          {notes === 'yes' || notes === 'facts' ? (
            t('conversations.plan.notesAgreed')
          ) : (
            <b>{t('conversations.plan.mayNotes')}</b>
          )}
        </p>
      ) : null}
      {part.questions.map((question) => (
        <Question key={question.id} question={question} />
      ))}
      {part.part === 'core' && part.questions.length === 0 ? (
        <p className={styles.say}>{t('conversations.plan.noQuestions')}</p>
      ) : null}
      {part.part === 'others'
        ? remindersOf(brief).map(({ id, text }) => (
            <p key={id} className={styles.say}>
              {t('conversations.plan.reminder', { question: text })}
            </p>
          ))
        : null}
      {part.part === 'close' ? (
        <p className={styles.say}>
          {t('conversations.plan.close')} <b>{t('conversations.plan.mayName')}</b>
        </p>
      ) : null}
    </>
  )
}

function Question({ question }: { question: BriefQuestion }): ReactNode {
  const t = useWords()
  const { text, starred, careful } = question
  return (
    <div className={styles.question}>
      <p className={styles.asked}>
        {starred ? (
          <Star className={styles.star} role="img" aria-label={t('conversations.plan.starred')} />
        ) : null}{' '}
        {text}
      </p>
      {careful ? <p className={styles.careful}>{t('conversations.plan.careful')}</p> : null}
    </div>
  )
}
