import { type ReactNode, useState } from 'react'
import type { KindOfPerson } from '../../notebook/people/person.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { SelectField } from '../ui/TextField.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { KindField } from './KindField.tsx'
import styles from './People.module.css'

interface BulkFieldProps {
  readonly opened: boolean
  readonly people: readonly string[]
  readonly fields: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The field that all who are chosen can speak of, and from which chair. */
export function BulkField(props: BulkFieldProps): ReactNode {
  const { opened, people, fields, onClose, onDone } = props
  const t = useWords()
  const [chosen, setChosen] = useState('')
  const [kind, setKind] = useState<KindOfPerson | null>(null)
  const field = fields.find(({ id }) => id === chosen) ?? fields[0]

  async function place(): Promise<void> {
    if (!field) return
    const done = await carryOut(
      client.people.place,
      { people: [...people], field: field.id, kind },
      ({ changed }) => capitalized(t('people.bulk.placed', { count: changed, field: field.name })),
    )
    if (!done) return
    onClose()
    onDone()
  }

  return (
    <Panel opened={opened} onClose={onClose} title={t('people.bulk.fieldTitle')} size="md">
      <form
        className={styles.panelForm}
        onSubmit={(event) => (event.preventDefault(), void place())}
      >
        <SelectField
          label={t('people.edit.field.field')}
          value={field?.id ?? ''}
          onChange={setChosen}
          options={fields.map(({ id, name }) => ({ value: id, words: name }))}
        />
        <KindField kind={kind} onChange={setKind} />
        <div className={styles.panelActs}>
          <Button look="filled" type="submit">
            {t('people.bulk.fieldPut')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
