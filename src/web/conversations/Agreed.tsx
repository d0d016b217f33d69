import { type ReactNode, useState } from 'react'
import { namingAnswers, notesAnswers, sharingAnswers } from '../../notebook/people/person.ts'
import { readAnew } from '../shell/answers.ts'
import { sayRefused, takeBack } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { firstNameOf } from './names.ts'
import type { Consent, Conversation } from './types.ts'
import styles from './After.module.css'

type Answers = Partial<Pick<Consent, 'notes' | 'naming' | 'sharing'>>

/** What they agreed to, as they said it: written on the conversation and on their own page. */
export function Agreed({ conversation }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const { people } = conversation
  // An answer shows at the press; the server's word replaces it when it comes.
  const [pressed, setPressed] = useState<Answers>({})
  const consent = { ...conversation.consent, ...pressed }
  const [only] = people
  const role = only?.line || t('conversations.agreed.roleEmpty')

  async function answer(answers: Answers, words: string): Promise<void> {
    const changes: string[] = []
    setPressed(answers)
    const note = { onChange: (change: string) => void changes.push(change) }
    try {
      await client.conversations.change({ id: conversation.id, consent: answers }, note)
      for (const { id } of people) await client.people.change({ id, consent: answers }, note)
      toast(words, { undo: () => void undoAll(changes) })
    } catch (error) {
      sayRefused(error)
    }
    await readAnew()
    setPressed({})
  }

  return (
    <section>
      <SectionHead
        title={
          only && people.length === 1
            ? t('conversations.agreed.titleOf', { name: firstNameOf(only.name) })
            : t('conversations.agreed.title')
        }
      />
      <div className={styles.questions}>
        <Question
          question={t('conversations.agreed.notes')}
          answers={notesAnswers.map((value) => ({
            value,
            words: t(`conversations.agreed.answer.notes.${value}`),
          }))}
          value={consent.notes}
          means={t(`conversations.agreed.means.notes.${consent.notes}`)}
          onAnswer={(notes, words) => void answer({ notes }, words)}
        />
        <Question
          question={t('conversations.agreed.naming')}
          answers={namingAnswers.map((value) => ({
            value,
            words: t(`conversations.agreed.answer.naming.${value}`),
          }))}
          value={consent.naming}
          means={t(`conversations.agreed.means.naming.${consent.naming}`, { role })}
          onAnswer={(naming, words) => void answer({ naming }, words)}
        />
        <Question
          question={t('conversations.agreed.sharing')}
          answers={sharingAnswers.map((value) => ({
            value,
            words: t(`conversations.agreed.answer.sharing.${value}`),
          }))}
          value={consent.sharing}
          means={t(`conversations.agreed.means.sharing.${consent.sharing}`)}
          onAnswer={(sharing, words) => void answer({ sharing }, words)}
        />
      </div>
      <p className={styles.aside}>
        {t('conversations.agreed.aside')}{' '}
        {people.length > 1 ? t('conversations.agreed.several') : null}
      </p>
    </section>
  )
}

/** The last first, so that nothing later stands in the way. */
async function undoAll(changes: readonly string[]): Promise<void> {
  for (const change of changes.toReversed()) {
    if (!(await takeBack(change))) return
  }
}

interface QuestionProps<Answer extends string> {
  readonly question: string
  readonly answers: readonly { readonly value: Answer; readonly words: string }[]
  readonly value: Answer
  /** What the answer means for what leaves. */
  readonly means: string
  readonly onAnswer: (answer: Answer, words: string) => void
}

function Question<Answer extends string>(props: QuestionProps<Answer>): ReactNode {
  const t = useWords()
  const { question, answers } = props
  return (
    <div>
      <Segmented
        question={question}
        answers={answers}
        value={props.value}
        onChange={(value) => {
          const answer = answers.find((one) => one.value === value)?.words ?? ''
          props.onAnswer(value, t('conversations.agreed.kept', { question, answer }))
        }}
      />
      <p className={styles.means}>{props.means}</p>
    </div>
  )
}
