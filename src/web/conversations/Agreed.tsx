import { type ReactNode, useState } from 'react'
import { widened } from '../../notebook/people/consent.ts'
import { namingAnswers, notesAnswers, sharingAnswers } from '../../notebook/people/person.ts'
import { readAnew } from '../shell/answers.ts'
import { sayDone, sayRefused } from '../shell/deeds.ts'
import { focusOn } from '../shell/keys.ts'
import { Refusal } from '../shell/refusal.ts'
import { client } from '../shell/server.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useWords } from '../words/words.ts'
import { HowSaid } from './HowSaid.tsx'
import { firstNameOf } from './names.ts'
import type { Consent, Conversation } from './types.ts'
import { useRest } from './use-rest.ts'
import styles from './After.module.css'

type Answers = Partial<Pick<Consent, 'notes' | 'naming' | 'sharing'>>

/** More than they agreed to before, which waits for how they said it. */
interface Asked {
  readonly answers: Answers
  readonly words: string
}

/** What they agreed to, as they said it: written on the conversation and on their own page, in one go. */
export function Agreed({ conversation }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const { people } = conversation
  // An answer shows at the press; the server's word replaces it when it comes.
  const [pressed, setPressed] = useState<Answers>({})
  const [asked, setAsked] = useState<Asked | null>(null)
  const consent = { ...conversation.consent, ...pressed }
  const [only] = people
  const role = only?.line || t('conversations.agreed.roleEmpty')

  const press = (answers: Answers): void => setPressed((before) => ({ ...before, ...answers }))
  const release = (answers: Answers): void => setPressed((before) => without(before, answers))

  function leaveAsked({ answers }: Asked): void {
    setAsked(null)
    // The field goes, and the keyboard is at the question again.
    const [question] = Object.keys(answers)
    requestAnimationFrame(() => focusOn(`[data-asked="${question}"] :checked`))
  }

  async function answer(answers: Answers, words: string, said?: string): Promise<void> {
    if (isSaid(conversation.consent, answers)) {
      setAsked(null)
      return release(answers)
    }
    // Known here already, also without network: more than they agreed to before says how they said it.
    if (!said && widened(conversation.consent, answers).length) return setAsked({ answers, words })
    setAsked(null)
    let change: string | null = null
    try {
      const input = { conversation: conversation.id, ...answers, ...(said ? { said } : {}) }
      await keepAnswer(conversation, input, (made) => (change = made))
      sayDone(words, change)
    } catch (error) {
      const isMore = error instanceof Refusal && error.code === 'consent.no-yes'
      if (isMore) return setAsked({ answers, words })
      sayRefused(error)
    }
    await readAnew()
    release(answers)
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
          asked="notes"
          onPress={(notes) => press({ notes })}
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
          asked="naming"
          onPress={(naming) => press({ naming })}
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
          asked="sharing"
          onPress={(sharing) => press({ sharing })}
          onAnswer={(sharing, words) => void answer({ sharing }, words)}
        />
      </div>
      {asked === null ? null : (
        <HowSaid
          onSaid={(said) => {
            leaveAsked(asked)
            void answer(asked.answers, asked.words, said)
          }}
          onLeave={() => {
            leaveAsked(asked)
            release(asked.answers)
          }}
        />
      )}
      <p className={styles.aside}>
        {t('conversations.agreed.aside')}{' '}
        {people.length > 1 ? t('conversations.agreed.several') : null}
      </p>
    </section>
  )
}

function without(all: Answers, gone: Answers): Answers {
  return Object.fromEntries(Object.entries(all).filter(([question]) => !(question in gone)))
}

/** Whoever moves on and comes back has answered nothing new. */
function isSaid(before: Consent, now: Answers): boolean {
  const all = { ...before, ...now }
  return (['notes', 'naming', 'sharing'] as const).every((one) => all[one] === before[one])
}

/** Where nobody is written down at the table, the answer stays with the conversation. */
async function keepAnswer(
  { id, people }: Conversation,
  { conversation, ...consent }: Answers & { readonly conversation: string; readonly said?: string },
  onChange: (change: string) => void,
): Promise<void> {
  if (people.length > 0) {
    await client.consent.answer({ conversation, ...consent }, { onChange })
  } else {
    await client.conversations.change({ id, consent }, { onChange })
  }
}

interface QuestionProps<Answer extends string> {
  readonly question: string
  readonly answers: readonly { readonly value: Answer; readonly words: string }[]
  readonly value: Answer
  /** What the answer means for what leaves. */
  readonly means: string
  readonly asked: keyof Answers
  /** At each press; `onAnswer` once it rests. */
  readonly onPress: (answer: Answer) => void
  readonly onAnswer: (answer: Answer, words: string) => void
}

function Question<Answer extends string>(props: QuestionProps<Answer>): ReactNode {
  const t = useWords()
  const { question, answers } = props
  const give = useRest((value: Answer) => {
    const answer = answers.find((one) => one.value === value)?.words ?? ''
    props.onAnswer(value, t('conversations.agreed.kept', { question, answer }))
  })
  return (
    <div data-asked={props.asked}>
      <Segmented
        question={question}
        answers={answers}
        value={props.value}
        onChange={(value) => {
          props.onPress(value)
          give(value)
        }}
      />
      <p className={styles.means}>{props.means}</p>
    </div>
  )
}
