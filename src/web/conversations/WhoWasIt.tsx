import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { namesInWords } from './names.ts'
import { PeopleChooser } from './PeopleChooser.tsx'
import type { Named } from './plan.ts'
import type { Conversation } from './types.ts'
import styles from './After.module.css'

/** A line may have been kept without knowing whom it means; asked until the page is left, for there may be several. */
export function WhoWasIt({ conversation }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { id, people } = conversation
  const [isAsking] = useState(people.length === 0)
  if (!isAsking) return null

  async function change(chosen: readonly Named[]): Promise<void> {
    const kept = { id, people: chosen.map((one) => one.id) }
    await carryOut(client.conversations.change, kept, () =>
      chosen.length === 0
        ? t('conversations.who.nobody')
        : t('conversations.who.kept', { names: namesInWords(chosen, wall) }),
    )
  }

  return (
    <section className={styles.who}>
      <SectionHead title={t('conversations.who.title')} />
      <Type look="second">{t('conversations.who.why')}</Type>
      <PeopleChooser chosen={people} onChange={(chosen) => void change(chosen)} />
    </section>
  )
}
