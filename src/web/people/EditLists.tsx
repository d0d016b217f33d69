import type { ReactNode } from 'react'
import { nameParts } from '../../notebook/people/person.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { SelectField, TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { DateRow, FieldRow, Keyed, NameRow } from './edit-draft.ts'
import { KindField } from './KindField.tsx'
import { Rows } from './Rows.tsx'
import styles from './Edit.module.css'

interface ListProps<Row> {
  readonly rows: readonly Keyed<Row>[]
  readonly onChange: (rows: readonly Keyed<Row>[]) => void
}

const partsOfAName = nameParts.filter((part) => part !== 'full')

/** Parts of the name, nicknames, how it is said. */
export function EditNames({ rows, onChange }: ListProps<NameRow>): ReactNode {
  const t = useWords()
  return (
    <Rows
      title={t('people.edit.names')}
      rows={rows}
      blank={{ part: 'nickname', text: '' }}
      onChange={onChange}
    >
      {(row, change) => (
        <>
          <SelectField
            label={t('people.edit.part')}
            value={row.part}
            onChange={(value) =>
              change({ part: partsOfAName.find((part) => part === value) ?? row.part })
            }
            options={partsOfAName.map((value) => ({
              value,
              words: t(`people.edit.parts.${value}`),
            }))}
          />
          <TextField
            label={t('people.edit.text')}
            value={row.text}
            onChange={(text) => change({ text })}
            maxLength={2000}
          />
        </>
      )}
    </Rows>
  )
}

/** Birthdays and the like. */
export function EditDates({ rows, onChange }: ListProps<DateRow>): ReactNode {
  const t = useWords()
  return (
    <Rows
      title={t('people.edit.dates')}
      rows={rows}
      blank={{ what: '', date: '' }}
      onChange={onChange}
    >
      {(row, change) => (
        <>
          <TextField
            label={t('people.edit.date.what')}
            value={row.what}
            onChange={(what) => change({ what })}
            maxLength={2000}
          />
          <TextField
            label={t('people.edit.date.date')}
            placeholder={t('people.edit.date.hint')}
            value={row.date}
            onChange={(date) => change({ date })}
            maxLength={2000}
          />
        </>
      )}
    </Rows>
  )
}

/** Which fields they can speak of, and from which chair. */
export function EditFields({ rows, onChange }: ListProps<FieldRow>): ReactNode {
  const t = useWords()
  const fields = useAnswer(client.fields.list, {}).data?.fields ?? []
  if (fields.length === 0) {
    return (
      <div className={styles.rows}>
        <span className={styles.legend}>{t('people.edit.fields')}</span>
        <Type look="quiet">{t('people.edit.fieldNone')}</Type>
      </div>
    )
  }
  const options = fields.map(({ id, name }) => ({ value: id, words: name }))
  return (
    <Rows
      title={t('people.edit.fields')}
      rows={rows}
      blank={{ field: fields[0]?.id ?? '', kind: null }}
      onChange={onChange}
    >
      {(row, change) => (
        <>
          <SelectField
            label={t('people.edit.field.field')}
            value={row.field}
            onChange={(field) => change({ field })}
            options={options}
          />
          <KindField kind={row.kind} onChange={(kind) => change({ kind })} />
        </>
      )}
    </Rows>
  )
}
