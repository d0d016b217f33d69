import { UserPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Chosen } from '../ui/Chosen.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { useWords } from '../words/words.ts'
import type { Named } from './plan.ts'
import { usePeopleCalled } from './use-people.ts'
import styles from './PlanForm.module.css'

interface ChooserProps {
  readonly chosen: readonly Named[]
  readonly onChange: (chosen: readonly Named[]) => void
}

const somebodyNew = 'new'

/** Who sits at the table: known people as one types, or a new name written down right here. */
export function PeopleChooser({ chosen, onChange }: ChooserProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const found = usePeopleCalled(text).filter(({ id }) => chosen.every((one) => one.id !== id))
  const name = text.trim()

  async function choose(key: string): Promise<void> {
    setText('')
    const known = found.find(({ id }) => id === key)
    if (known) return onChange([...chosen, { id: known.id, name: known.name }])
    const made = await carryOut(client.people.add, { name }, () =>
      t('conversations.form.added', { name }),
    )
    if (made) onChange([...chosen, { id: made.id, name: made.name }])
  }

  return (
    <div className={styles.chooser}>
      <Combobox
        label={t('conversations.form.who')}
        hint={t('conversations.form.whoHint')}
        text={text}
        onText={setText}
        choices={[
          ...found.map(({ id, name: words, line }) => ({ key: id, words, under: line })),
          ...(name === ''
            ? []
            : [
                {
                  key: somebodyNew,
                  words: t('conversations.form.addPerson', { name }),
                  before: <UserPlus aria-hidden />,
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

export function ChosenOnes({ chosen, onChange }: ChooserProps): ReactNode {
  const t = useWords()
  if (chosen.length === 0) return null
  return (
    <ul className={styles.chosen}>
      {chosen.map(({ id, name }) => (
        <li key={id}>
          <Chosen
            takeOff={t('conversations.form.takeOff', { name })}
            onTakeOff={() => onChange(chosen.filter((one) => one.id !== id))}
          >
            {name}
          </Chosen>
        </li>
      ))}
    </ul>
  )
}
