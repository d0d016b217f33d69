import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { startInWords, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { StepKind } from './types.ts'
import styles from './Meeting.module.css'

export type Reply = Awaited<ReturnType<(typeof client.conversations)['read-reply']>>

interface CalendarSaysProps {
  readonly reply: Reply
  readonly wall: Wall
  readonly onDone: () => void
}

/** What their calendar answered to a time; it is written down only at a press. */
export function CalendarSays({ reply, wall, onDone }: CalendarSaysProps): ReactNode {
  const t = useWords()
  const { conversation: id, answer, start, isOld, proposes } = reply
  const name = reply.from?.name ?? reply.from?.mail ?? t('today.nobody.they')
  const when = start === null ? '' : startInWords(t, start, wall)

  async function take(kind: StepKind): Promise<void> {
    const step = kind === 'scheduled' && start !== null ? { id, kind, start } : { id, kind }
    if (await carryOut(client.conversations.step, step, () => t('conversations.reply.done')))
      onDone()
  }

  return (
    <div className={styles.form} role="status">
      <Type look="second">
        {t(`conversations.reply.says.${answer}`, { name, when })}{' '}
        {isOld ? t('conversations.reply.old') : null}
        {proposes.length === 0 && !isOld ? t('conversations.reply.stands') : null}
      </Type>
      <div className={styles.acts}>
        {proposes.map((kind) => (
          <Button key={kind} size="small" onClick={() => void take(kind)}>
            {kind === 'scheduled' ? t('conversations.reply.take') : t(`conversations.verb.${kind}`)}
          </Button>
        ))}
        <Button look="quiet" size="small" onClick={onDone}>
          {t('conversations.life.leave')}
        </Button>
      </div>
    </div>
  )
}
