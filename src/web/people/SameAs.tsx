import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { usePeopleCalled } from '../conversations/use-people.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { Person } from './shapes.ts'
import styles from './People.module.css'

interface SameAsProps {
  readonly person: Person
  readonly name: string
  readonly onClose: () => void
}

/** Somebody who stands here twice: who is the other? Then the two are laid side by side. */
export function SameAs({ person, name, onClose }: SameAsProps): ReactNode {
  const t = useWords()
  const router = useRouter()
  const [text, setText] = useState('')
  // A record that was merged is found under the one that was kept.
  const own = new Set([person.id, ...(person.records ?? []).map(({ id }) => id)])
  const found = usePeopleCalled(text).filter(({ id }) => !own.has(id))
  return (
    <Panel opened onClose={onClose} title={t('people.same.title', { name })}>
      <div className={styles.panelForm}>
        <Type look="second">{t('people.same.why')}</Type>
        <Combobox
          label={t('people.same.who')}
          hint={t('people.search.hint')}
          text={text}
          onText={setText}
          choices={found.map(({ id, name: words, line }) => ({
            key: id,
            words: words || t('people.person.noName'),
            under: line,
            before: <Plate name={words} size={28} />,
          }))}
          onChoose={(other) => {
            onClose()
            void router.navigate({
              to: '/twice/$one/$other',
              params: { one: person.id, other },
            })
          }}
          nothing={t('people.empty.notFound')}
          autoFocus
        />
      </div>
    </Panel>
  )
}
