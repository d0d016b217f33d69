import { Merge, Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { Type } from '../ui/Type.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { MergeNoun } from './MergeNoun.tsx'
import type { Noun, Nouns } from './nouns.ts'
import { RenameNoun } from './RenameNoun.tsx'
import styles from './Settings.module.css'

interface NounListProps {
  readonly of: Nouns
  readonly nouns: readonly Noun[]
}

/** Names that can be changed, or made one with another. */
export function NounList({ of, nouns }: NounListProps): ReactNode {
  const t = useWords()
  const [front, setFront] = useState<{ deed: 'rename' | 'merge'; noun: Noun } | null>(null)
  const close = (): void => setFront(null)
  if (nouns.length === 0) return <Type look="second">{t(`settings.names.none.${of}`)}</Type>
  return (
    <>
      <ul>
        {nouns.map((noun) => (
          <NounRow
            key={noun.id}
            noun={noun}
            onRename={() => setFront({ deed: 'rename', noun })}
            onMerge={() => setFront({ deed: 'merge', noun })}
          />
        ))}
      </ul>
      {front?.deed === 'rename' ? <RenameNoun of={of} noun={front.noun} onClose={close} /> : null}
      {front?.deed === 'merge' ? <MergeNoun of={of} noun={front.noun} onClose={close} /> : null}
    </>
  )
}

interface NounRowProps {
  readonly noun: Noun
  readonly onRename: () => void
  readonly onMerge: () => void
}

function NounRow({ noun, onRename, onMerge }: NounRowProps): ReactNode {
  const t = useWords()
  const { name, size, otherNames } = noun
  const also =
    otherNames.length === 0 ? null : t('settings.names.also', { names: otherNames.join(', ') })
  return (
    <li className={styles.noun}>
      <div>
        <Type look="name">{name}</Type>
        <Type look="second">
          {capitalized([size, also].filter((part) => part !== null).join(', '))}
        </Type>
      </div>
      <MoreMenu
        label={t('settings.names.change', { name })}
        deeds={[
          {
            words: t('settings.names.rename'),
            icon: <Pencil aria-hidden />,
            onChoose: onRename,
          },
          { words: t('settings.names.merge'), icon: <Merge aria-hidden />, onChoose: onMerge },
        ]}
      />
    </li>
  )
}
