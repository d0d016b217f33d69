import { type ReactNode, useState } from 'react'
import { carryOut, sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { ChooseCalendar } from '../ui/ChooseCalendar.tsx'
import { Type } from '../ui/Type.tsx'
import { startInWords, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { StepKind } from './types.ts'
import styles from './Meeting.module.css'

type Reply = Awaited<ReturnType<(typeof client.conversations)['read-reply']>>

/** An answer that their calendar sent: read here, and written down only at a press. */
export function CalendarReply({ wall }: { wall: Wall }): ReactNode {
  const t = useWords()
  const [reply, setReply] = useState<Reply | null>(null)

  async function read(text: string): Promise<void> {
    try {
      setReply(await client.conversations['read-reply']({ text }))
    } catch (error) {
      sayRefused(error)
    }
  }

  return (
    <>
      <ChooseCalendar words={t('conversations.reply.bring')} onChosen={(text) => void read(text)} />
      {reply === null ? null : (
        <Proposal key={reply.answer} reply={reply} wall={wall} onDone={() => setReply(null)} />
      )}
    </>
  )
}

interface ProposalProps {
  readonly reply: Reply
  readonly wall: Wall
  readonly onDone: () => void
}

function Proposal({ reply, wall, onDone }: ProposalProps): ReactNode {
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
