import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { CalendarSays } from './CalendarSays.tsx'
import styles from './AnswerCame.module.css'

export type Told = Awaited<ReturnType<typeof client.letters.answer>>

interface WhatItIsProps {
  readonly told: Told
  readonly conversation: string
  readonly onDone: () => void
}

/** Says what it seems to be; what it is, is pressed. */
export function WhatItIs({ told, conversation, onDone }: WhatItIsProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { letter, kind, mayBe, proposes, reason, server, words, appointment } = told

  async function press(step: Told['mayBe'][number]): Promise<void> {
    const taken = { id: letter?.conversation ?? conversation, kind: step } as const
    const name = letter?.to ?? told.from?.name ?? ''
    const said = () => t(`letters.answer.done.${step}`, { name })
    if (await carryOut(client.conversations.step, taken, said)) onDone()
  }

  async function putBack(): Promise<void> {
    if (!letter) return
    const { id, conversation: about, template } = letter
    const input = { conversation: about, template, letter: id, reason: reason ?? '' }
    const back = await carryOut(client.letters.bounced, input, () => t('letters.answer.done.back'))
    if (back) onDone()
  }

  return (
    <div className={styles.told} role="group" aria-label={t('letters.answer.title')}>
      <p role="status">{told.says}</p>
      {words === '' || kind === 'bounce' ? null : <blockquote>{words}</blockquote>}
      {server === null ? null : <p className={styles.server}>{server}</p>}
      {appointment === null ? (
        <div className={styles.acts}>
          {mayBe.map((step) => (
            <Button
              key={step}
              size="small"
              look={proposes === null || step === proposes ? 'outline' : 'quiet'}
              onClick={() => void press(step)}
            >
              {t(`letters.answer.is.${step}`)}
            </Button>
          ))}
          {kind === 'bounce' && letter ? (
            <Button size="small" onClick={() => void putBack()}>
              {t('letters.answer.putBack')}
            </Button>
          ) : null}
          <Button size="small" look="quiet" onClick={onDone}>
            {t('letters.answer.leave')}
          </Button>
        </div>
      ) : (
        <CalendarSays reply={appointment} wall={wall} onDone={onDone} />
      )}
    </div>
  )
}
