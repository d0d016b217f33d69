import type { ReactNode } from 'react'
import { lineLevels } from '../../notebook/people/consent.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Chip } from '../ui/Chip.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { useWords } from '../words/words.ts'
import type { NoteLine } from './types.ts'

/** How far a line is closed beyond what they agreed to. */
export function LineLevel({ line }: { line: NoteLine }): ReactNode {
  const t = useWords()
  const now = line.level ?? 'as-agreed'
  const others = lineLevels.filter((level) => level !== now)
  return (
    <>
      {now === 'as-agreed' ? null : <Chip>{t(`conversations.belongs.level.${now}`)}</Chip>}
      <MoreMenu
        label={t('conversations.belongs.levelOf', { line: line.said.slice(0, 60) })}
        deeds={others.map((level) => ({
          words: t(`conversations.belongs.level.${level}`),
          onChoose: () =>
            void carryOut(client.consent.level, { line: line.id, level }, () =>
              t(`conversations.belongs.levelKept.${level}`),
            ),
        }))}
      />
    </>
  )
}
