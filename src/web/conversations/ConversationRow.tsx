import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { stepInWords, whyInWords } from '../today/why.ts'
import { ActLink } from '../ui/Button.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Row } from '../ui/Row.tsx'
import { roughDay, type Wall, whenInWords } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { namesInWords } from './names.ts'
import { stageOf } from './stage.ts'
import type { ConversationRow as Conversation } from './types.ts'

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
    fields.length > 0
      ? t('conversations.list.about', { fields: namesInWords(fields, wall) })
      : null,
    setting === 'chance' ? t('conversations.list.byChance') : null,
  ].filter((part) => part !== null)
  const isYours = next !== null && next.what !== 'wait'
  const to = stageOf(conversation)
  return (
    <Row
      as="li"
      before={<Plate name={name} rim={heldOn === null ? 'broken' : 'solid'} />}
      name={
        <Link to={to} params={{ id }}>
          {name}
        </Link>
      }
      when={
        heldOn === null && start
          ? whenInWords(t, start.day, start.clock, wall)
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
      {[next ? whyInWords(t, next, name, wall) : null, about.join(', ') || null]
        .filter((part) => part !== null)
        .map((part, at) => (
          <span key={part}>
            {at > 0 ? ' ' : null}
            {part}
          </span>
        ))}
    </Row>
  )
}
