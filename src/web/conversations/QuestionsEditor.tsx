import { ArrowDown, ArrowUp, MessageCircleQuestion, Star, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { questionBudget } from '../../craft/funnel.ts'
import { questionBank, questionOf } from '../../craft/questions.ts'
import { fold } from '../../kit/text.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { joined, Type } from '../ui/Type.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { minutesInWords } from './minutes-words.ts'
import { moved, type PlannedQuestion, questionsToChange, starred } from './question-list.ts'
import type { Brief, Conversation } from './types.ts'
import styles from './QuestionsEditor.module.css'

interface QuestionsEditorProps {
  readonly conversation: Conversation
  readonly brief: Brief
  readonly onLeave: () => void
}

/** Which questions, in which order, and the two one does not want to leave without. */
export function QuestionsEditor({ conversation, brief, onLeave }: QuestionsEditorProps): ReactNode {
  const t = useWords()
  const { id, minutes } = conversation
  const [questions, setQuestions] = useState<readonly PlannedQuestion[]>(() =>
    questionsToChange(conversation, brief),
  )

  async function keep(chosen: readonly PlannedQuestion[]): Promise<void> {
    const kept = await carryOut(client.conversations.change, { id, questions: [...chosen] }, () =>
      t(chosen.length > 0 ? 'conversations.questions.kept' : 'conversations.questions.proposed'),
    )
    if (kept) onLeave()
  }

  function move(at: number, by: -1 | 1): void {
    const next = moved(questions, at, by)
    if (next === questions) return
    setQuestions(next)
    const told = { place: at + by + 1, count: questions.length }
    announce(t('conversations.questions.moved', told))
  }

  return (
    <Card as="form" className={styles.card} aria-label={t('conversations.questions.title')}>
      <SectionHead title={t('conversations.questions.title')} />
      <p className={styles.hint}>
        {capitalized(
          t('conversations.questions.hint', {
            count: questionBudget(minutes),
            minutes: minutesInWords(t, minutes),
          }),
        )}
      </p>
      {questions.length === 0 ? (
        <Type look="second">{t('conversations.questions.none')}</Type>
      ) : null}
      <ol>
        {questions.map((question, at) => (
          <QuestionRow
            key={question.id}
            question={question}
            isFirst={at === 0}
            isLast={at === questions.length - 1}
            onStar={(isStarred) => setQuestions(starred(questions, question.id, isStarred))}
            onMove={(by) => move(at, by)}
            onRemove={() => setQuestions(questions.filter(({ id: one }) => one !== question.id))}
          />
        ))}
      </ol>
      <AddQuestion
        chosen={questions}
        onAdd={(question) => setQuestions([...questions, question])}
      />
      <div className={styles.acts}>
        <Button
          look="filled"
          onClick={() => void keep(questions)}
          disabled={questions.length === 0}
        >
          {t('conversations.questions.keep')}
        </Button>
        {brief.chosen ? (
          <Button look="quiet" onClick={() => void keep([])}>
            {t('conversations.questions.propose')}
          </Button>
        ) : null}
        <Button look="quiet" onClick={onLeave}>
          {t('conversations.questions.leave')}
        </Button>
      </div>
    </Card>
  )
}

interface QuestionRowProps {
  readonly question: PlannedQuestion
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onStar: (isStarred: boolean) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** The arrows move it; so do Alt and an arrow key, from any of its buttons. */
function QuestionRow(props: QuestionRowProps): ReactNode {
  const { question, onStar, onMove } = props
  const t = useWords()
  const named = { question: question.text }
  const probe = questionOf(question.id)?.probe

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <li className={styles.row}>
      <button
        type="button"
        onKeyDown={onKeyDown}
        className={joined([styles.icon, question.starred && styles.starred])}
        aria-pressed={question.starred}
        aria-label={t('conversations.questions.star', named)}
        onClick={() => onStar(!question.starred)}
      >
        <Star aria-hidden />
      </button>
      <div className={styles.words}>
        <p className={styles.text}>{question.text}</p>
        {probe ? <p className={styles.probe}>{probe}</p> : null}
      </div>
      <span className={styles.tools}>
        <button
          type="button"
          onKeyDown={onKeyDown}
          className={styles.icon}
          aria-label={t('conversations.questions.up', named)}
          aria-disabled={props.isFirst}
          onClick={() => onMove(-1)}
        >
          <ArrowUp aria-hidden />
        </button>
        <button
          type="button"
          onKeyDown={onKeyDown}
          className={styles.icon}
          aria-label={t('conversations.questions.down', named)}
          aria-disabled={props.isLast}
          onClick={() => onMove(1)}
        >
          <ArrowDown aria-hidden />
        </button>
        <button
          type="button"
          onKeyDown={onKeyDown}
          className={styles.icon}
          aria-label={t('conversations.questions.remove', named)}
          onClick={props.onRemove}
        >
          <X aria-hidden />
        </button>
      </span>
    </li>
  )
}

interface AddQuestionProps {
  readonly chosen: readonly PlannedQuestion[]
  readonly onAdd: (question: PlannedQuestion) => void
}

const own = 'own'
const mostShown = 8

function AddQuestion({ chosen, onAdd }: AddQuestionProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const words = text.trim()
  const wanted = fold(words)
  const fits = questionBank.filter(
    (one) => chosen.every(({ id }) => id !== one.id) && fold(one.text).includes(wanted),
  )

  function choose(key: string): void {
    setText('')
    const known = fits.find(({ id }) => id === key)
    const question = known ?? { id: crypto.randomUUID(), text: words }
    onAdd({ id: question.id, text: question.text, starred: false, asked: false })
  }

  return (
    <Combobox
      label={t('conversations.questions.add')}
      hint={t('conversations.questions.addHint')}
      text={text}
      onText={setText}
      choices={[
        ...(words === ''
          ? []
          : [
              {
                key: own,
                words: t('conversations.questions.addOwn', { question: words }),
                before: <MessageCircleQuestion aria-hidden />,
              },
            ]),
        ...fits
          .slice(0, mostShown)
          .map(({ id, text: asked, probe }) => ({ key: id, words: asked, under: probe })),
      ]}
      onChoose={choose}
    />
  )
}
