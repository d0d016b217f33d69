import type { ReactNode } from 'react'
import { Plate } from '../ui/Plate.tsx'
import { StageTabs } from '../ui/StageTabs.tsx'
import { Type } from '../ui/Type.tsx'
import type { Conversation } from './types.ts'
import styles from './ConversationHead.module.css'

interface ConversationHeadProps {
  readonly conversation: Conversation
  readonly title: ReactNode
  readonly under: ReactNode
  /** Seldom done: the three dots. */
  readonly more?: ReactNode
}

/** Above each of the three stages: who, when, and the way between the stages. */
export function ConversationHead({
  conversation,
  title,
  under,
  more,
}: ConversationHeadProps): ReactNode {
  const rim = conversation.heldOn === null ? 'broken' : 'solid'
  return (
    <header className={styles.head}>
      {conversation.people.length === 0 ? null : (
        <span className={styles.plates}>
          {conversation.people.slice(0, 3).map(({ id, name }, at) => (
            <Plate key={id} name={name} size={at === 0 ? 64 : 36} rim={rim} />
          ))}
        </span>
      )}
      <div className={styles.words}>
        <Type look="h1" className={styles.title}>
          {title}
        </Type>
        <Type look="second">{under}</Type>
      </div>
      <div className={styles.stages}>
        <StageTabs id={conversation.id} />
        {more}
      </div>
    </header>
  )
}
