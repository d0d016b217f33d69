import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { fold } from '../../kit/text.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { useWords } from '../words/words.ts'
import { ChosenOnes } from './PeopleChooser.tsx'
import type { Named } from './plan.ts'
import styles from './PlanForm.module.css'

interface FieldsChooserProps {
  readonly chosen: readonly Named[]
  readonly onChange: (chosen: readonly Named[]) => void
}

const newField = 'new'

/** Which fields it is about: those there are, or one begun here. */
export function FieldsChooser({ chosen, onChange }: FieldsChooserProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const fields = useAnswer(client.fields.list, {}).data?.fields ?? []
  const name = text.trim()
  const wanted = fold(name)
  const found = fields.filter(
    (field) =>
      chosen.every(({ id }) => id !== field.id) &&
      [field.name, ...field.otherNames].some((one) => fold(one).includes(wanted)),
  )
  const isKnown = fields.some((field) =>
    [field.name, ...field.otherNames].some((one) => fold(one) === wanted),
  )

  async function choose(key: string): Promise<void> {
    setText('')
    const known = found.find(({ id }) => id === key)
    if (known) return onChange([...chosen, { id: known.id, name: known.name }])
    const made = await carryOut(client.fields.add, { name }, () =>
      t('conversations.form.addedField', { name }),
    )
    if (made) onChange([...chosen, { id: made.id, name: made.name }])
  }

  return (
    <div className={styles.chooser}>
      <Combobox
        eager
        label={t('conversations.form.fields')}
        hint={t('conversations.form.fieldHint')}
        text={text}
        onText={setText}
        choices={[
          ...found.map(({ id, name: words }) => ({ key: id, words })),
          ...(name === '' || isKnown
            ? []
            : [
                {
                  key: newField,
                  words: t('conversations.form.addField', { name }),
                  before: <Plus aria-hidden />,
                },
              ]),
        ]}
        onChoose={(key) => void choose(key)}
        onBackspace={() => onChange(chosen.slice(0, -1))}
      />
      <ChosenOnes chosen={chosen} onChange={onChange} />
    </div>
  )
}
