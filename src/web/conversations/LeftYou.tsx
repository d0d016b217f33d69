import { type ReactNode, useState } from 'react'
import { type Energy, energies } from '../../notebook/conversations/conversation.ts'
import { readAnew } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Unseen } from '../ui/LiveRegion.tsx'
import { Scale } from '../ui/Scale.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useWords } from '../words/words.ts'
import type { Conversation } from './types.ts'
import { useRest } from './use-rest.ts'
import styles from './After.module.css'

/** How it left you, and whether you could do this on a Tuesday. */
export function LeftYou({ conversation }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const { id, energy } = conversation
  // The answer shows at the press; the server's word replaces it when it comes.
  const [pressed, setPressed] = useState<Energy | null>(null)
  const known = pressed ?? energies.find((one) => one === energy)

  async function keep(answer: Energy): Promise<void> {
    await carryOut(client.conversations.change, { id, energy: answer }, () =>
      t('conversations.left.kept'),
    )
    await readAnew()
    setPressed(null)
  }
  const give = useRest((answer: Energy) => void keep(answer))

  return (
    <section>
      <SectionHead title={t('conversations.left.title')} />
      <Segmented
        question={<Unseen>{t('conversations.left.title')}</Unseen>}
        answers={energies.map((value) => ({
          value: `e${value}` as const,
          words: t(`conversations.left.energy.e${value}`),
        }))}
        value={known === undefined ? null : `e${known}`}
        onChange={(answer) => {
          const now = energies.find((one) => answer === `e${one}`)
          if (now === undefined) return
          setPressed(now)
          give(now)
        }}
      />
      <div className={styles.tuesday}>
        <Tuesday conversation={conversation} />
      </div>
    </section>
  )
}

function Tuesday({ conversation }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const { id, tuesday } = conversation
  const [moving, setMoving] = useState<number | null>(null)
  async function keep(value: number): Promise<void> {
    await carryOut(client.conversations.change, { id, tuesday: value }, () =>
      t('conversations.left.kept'),
    )
    await readAnew()
    setMoving(null)
  }
  const give = useRest((value: number) => void keep(value))

  function move(value: number): void {
    setMoving(value)
    give(value)
  }

  return (
    <Scale
      question={t('conversations.left.tuesday')}
      ends={[t('conversations.left.tuesdayLow'), t('conversations.left.tuesdayHigh')]}
      max={10}
      value={moving ?? tuesday}
      onChange={move}
    />
  )
}
