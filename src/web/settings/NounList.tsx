import { Merge, Pencil } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { Row } from '../ui/Row.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { MergeNoun } from './MergeNoun.tsx'
import type { Noun, Nouns } from './nouns.ts'
import { RenameNoun } from './RenameNoun.tsx'

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
          <Row
            key={noun.id}
            as="li"
            tight
            name={noun.name}
            act={
              <MoreMenu
                label={t('settings.names.change', { name: noun.name })}
                deeds={[
                  {
                    words: t('settings.names.rename'),
                    icon: <Pencil aria-hidden />,
                    onChoose: () => setFront({ deed: 'rename', noun }),
                  },
                  {
                    words: t('settings.names.merge'),
                    icon: <Merge aria-hidden />,
                    onChoose: () => setFront({ deed: 'merge', noun }),
                  },
                ]}
              />
            }
          >
            {[
              noun.size,
              noun.otherNames.length === 0
                ? null
                : t('settings.names.also', { names: noun.otherNames.join(', ') }),
            ]
              .filter((part) => part !== null)
              .join(', ')}
          </Row>
        ))}
      </ul>
      {front?.deed === 'rename' ? <RenameNoun of={of} noun={front.noun} onClose={close} /> : null}
      {front?.deed === 'merge' ? <MergeNoun of={of} noun={front.noun} onClose={close} /> : null}
    </>
  )
}
