import type { ReactNode } from 'react'
import { morningDays } from '../../notebook/mornings/morning.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'

interface When {
  readonly at: string
  readonly days: (typeof morningDays)[number]
}

interface MorningWhenProps {
  readonly wish: When
  readonly onChange: (when: Partial<When>) => void
}

/** From what hour on, and on which days. */
export function MorningWhen({ wish, onChange }: MorningWhenProps): ReactNode {
  const t = useWords()
  return (
    <>
      <TextField
        type="time"
        min="05:00"
        max="20:59"
        required
        label={t('settings.mornings.at')}
        hint={t('settings.mornings.atHint')}
        value={wish.at}
        onChange={(at) => onChange({ at })}
      />
      <Segmented
        question={t('settings.mornings.days.question')}
        answers={morningDays.map((value) => ({
          value,
          words: t(`settings.mornings.days.${value}`),
        }))}
        value={wish.days}
        onChange={(days) => onChange({ days })}
      />
    </>
  )
}
