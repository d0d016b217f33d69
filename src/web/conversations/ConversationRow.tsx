import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ActLink } from '../ui/Button.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Row } from '../ui/Row.tsx'
import { roughDay, startInWords, type Wall } from '../words/dates.ts'
import { stepInWords, whyInWords } from '../words/why.ts'
import { useWords } from '../words/words.ts'
import { namesInWords } from './names.ts'
import { stageOf } from './stage.ts'
import type { ConversationRow as Conversation } from './types.ts'
import styles from './Conversations.module.css'

/** One conversation: with whom, what comes next in a sentence, and the way to it. */
export function ConversationRow({
  conversation,
  wall,
}: {
  conversation: Conversation
  wall: Wall
}): ReactNode {
  const t = useWords()
  const { id, people, fields, next, start, heldOn, setting } = conversation
  const name = people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')
  const about = [
    ...fields.map((field) => field.name),
    ...(setting === 'chance' ? [t('conversations.list.byChance')] : []),
  ].join(', ')
  const isYours = next !== null && next.what !== 'wait'
  const to = stageOf(conversation)
  return (
    <Row
      as="li"
      before={<Plate name={name} rim={heldOn === null ? 'broken' : 'solid'} />}
      name={
        <>
          <Link to={to} params={{ id }}>
            {name}
          </Link>{' '}
          <span className={styles.about}>{about}</span>
        </>
      }
      when={
        heldOn === null && start
          ? startInWords(t, start, wall)
          : roughDay(t, heldOn ?? conversation.lastDay, wall)
      }
      act={
        isYours ? (
          <ActLink to={to} params={{ id }}>
            {stepInWords(t, next, wall)}
          </ActLink>
        ) : undefined
      }
    >
      {next ? whyInWords(t, next, name, wall) : t('today.why.kept')}
    </Row>
  )
}
