import type { ReactNode } from 'react'
import { SelectField, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import type { Plan } from './plan.ts'
import { zoneInWords } from './zone-words.ts'
import styles from './PlanForm.module.css'

type When = Pick<Plan, 'day' | 'clock' | 'zone'>

interface WhenFieldsProps {
  readonly when: When
  readonly onChange: (when: Partial<When>) => void
  readonly hint?: string
}

/** Day, time, and the zone in which that time was meant. */
export function WhenFields({ when, onChange, hint }: WhenFieldsProps): ReactNode {
  const t = useWords()
  return (
    <div className={styles.when}>
      <TextField
        type="date"
        label={t('conversations.form.day')}
        value={when.day}
        onChange={(day) => onChange({ day })}
        hint={hint}
        trouble={when.day === '' && when.clock !== '' ? t('conversations.form.noDay') : null}
      />
      <TextField
        type="time"
        label={t('conversations.form.clock')}
        value={when.clock}
        onChange={(clock) => onChange({ clock })}
      />
      <SelectField
        label={t('conversations.form.zone')}
        value={when.zone}
        options={zonesWith(when.zone)}
        onChange={(zone) => onChange({ zone })}
      />
    </div>
  )
}

function zonesWith(zone: string): { value: string; words: string }[] {
  const known = Intl.supportedValuesOf('timeZone')
  const all = known.includes(zone) ? known : [zone, ...known]
  return all.map((value) => ({ value, words: zoneInWords(value) }))
}
