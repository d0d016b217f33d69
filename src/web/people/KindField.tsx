import type { ReactNode } from 'react'
import { kindsOfPerson, type KindOfPerson } from '../../notebook/people/person.ts'
import { SelectField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'

/** From which chair somebody speaks of a field. */
export function KindField({
  kind,
  onChange,
}: {
  kind: KindOfPerson | null
  onChange: (kind: KindOfPerson | null) => void
}): ReactNode {
  const t = useWords()
  return (
    <SelectField
      label={t('people.edit.field.kind')}
      value={kind ?? ''}
      onChange={(value) => onChange(kindsOfPerson.find((known) => known === value) ?? null)}
      options={[
        { value: '', words: t('people.kind.none') },
        ...kindsOfPerson.map((value) => ({ value, words: t(`people.kind.${value}`) })),
      ]}
    />
  )
}
