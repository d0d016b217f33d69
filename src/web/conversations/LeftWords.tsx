import { type ReactNode, useEffect, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Act } from '../ui/Button.tsx'
import { Row } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { namesInWords } from './names.ts'
import { type LeftDraft, wordsLeft } from './note-draft.ts'
import { keepLeft } from './use-note-keeper.ts'
import styles from '../shell/KeptHere.module.css'

/** Notes that were being written when a window went, and lack its last words; one tap keeps them. */
export function LeftWords(): ReactNode {
  const t = useWords()
  const [all, setAll] = useState<readonly LeftDraft[]>([])
  useEffect(() => {
    let isShown = true
    const look = async (): Promise<void> => {
      const found = await wordsLeft().catch(() => [])
      if (isShown) setAll(found)
    }
    void look()
    return () => {
      isShown = false
    }
  }, [])
  if (all.length === 0) return null

  return (
    <section className={styles.kept} aria-label={t('offline.left.title')}>
      <SectionHead title={t('offline.left.title')} />
      <ul>
        {all.map((left) => (
          <LeftRow
            key={left.log}
            left={left}
            onKept={() => setAll((before) => before.filter(({ log }) => log !== left.log))}
          />
        ))}
      </ul>
    </section>
  )
}

function LeftRow({ left, onKept }: { left: LeftDraft; onKept: () => void }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { id } = left.subject
  const people = useAnswer(client.conversations.show, { id }).data?.people ?? []
  const name = people.length > 0 ? namesInWords(people, wall) : t('offline.left.nobody')

  async function keep(): Promise<void> {
    const { keeping, error } = await keepLeft(left)
    if (keeping === 'refused') return toast(refusalInWords(error))
    toast(t(keeping === 'kept' ? 'offline.left.kept' : 'offline.kept'))
    onKept()
  }

  return (
    <Row
      as="li"
      name={t('offline.left.notes', { name })}
      act={<Act onClick={() => void keep()}>{t('offline.left.keep')}</Act>}
    >
      {t('offline.left.words')}
    </Row>
  )
}
