import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import styles from './People.module.css'

interface BulkLabelProps {
  readonly opened: boolean
  readonly people: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A label put on all who are chosen, or taken off them. */
export function BulkLabel({ opened, people, onClose, onDone }: BulkLabelProps): ReactNode {
  const t = useWords()
  const labels = useAnswer(client.people.labels, {}, { when: opened }).data?.labels ?? []
  const [word, setWord] = useState('')

  async function change(how: 'add' | 'remove'): Promise<void> {
    const label = word.trim()
    if (label === '') return
    const said = how === 'add' ? 'people.bulk.labelled' : 'people.bulk.unlabelled'
    const done = await carryOut(
      client.people.label,
      { people: [...people], [how]: [label] },
      ({ changed }) => t(said, { count: changed, label }),
    )
    if (!done) return
    setWord('')
    onClose()
    onDone()
  }

  return (
    <Panel opened={opened} onClose={onClose} title={t('people.bulk.labelTitle')} size="md">
      <form onSubmit={(event) => (event.preventDefault(), void change('add'))}>
        <TextField
          label={t('people.bulk.labelTitle')}
          quietLabel
          placeholder={t('people.bulk.labelHint')}
          value={word}
          onChange={setWord}
          list="labels-in-use"
          maxLength={200}
          data-autofocus
        />
        <datalist id="labels-in-use">
          {labels.map(({ label }) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </datalist>
        <div className={styles.panelActs}>
          <Button look="quiet" onClick={() => void change('remove')}>
            {t('people.bulk.labelOff')}
          </Button>
          <Button look="filled" type="submit">
            {t('people.bulk.labelPut')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
