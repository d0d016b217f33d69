import type { ReactNode } from 'react'
import { channelKinds } from '../../notebook/people/person.ts'
import { SelectField, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import type { ChannelRow, Keyed, PlaceRow, RoleRow } from './edit-draft.ts'
import { Rows } from './Rows.tsx'

interface ListProps<Row> {
  readonly rows: readonly Keyed<Row>[]
  readonly onChange: (rows: readonly Keyed<Row>[]) => void
}

const roleParts = ['title', 'organisation', 'from', 'to'] as const
const noRole: RoleRow = { title: '', organisation: '', department: '', from: '', to: '' }

/** What they do and did, where, and when. */
export function EditRoles({ rows, onChange }: ListProps<RoleRow>): ReactNode {
  const t = useWords()
  return (
    <Rows title={t('people.edit.roles')} rows={rows} blank={noRole} onChange={onChange}>
      {(row, change) =>
        roleParts.map((part) => (
          <TextField
            key={part}
            label={t(`people.edit.role.${part}`)}
            value={row[part]}
            onChange={(text) => change({ [part]: text })}
            maxLength={2000}
          />
        ))
      }
    </Rows>
  )
}

const noChannel: ChannelRow = { kind: 'mail', value: '', label: '', preferred: false }

/** Mail, phones, links. */
export function EditChannels({ rows, onChange }: ListProps<ChannelRow>): ReactNode {
  const t = useWords()
  return (
    <Rows title={t('people.edit.channels')} rows={rows} blank={noChannel} onChange={onChange}>
      {(row, change) => (
        <>
          <SelectField
            label={t('people.edit.channel.kind')}
            value={row.kind}
            onChange={(value) =>
              change({ kind: channelKinds.find((kind) => kind === value) ?? row.kind })
            }
            options={channelKinds.map((value) => ({
              value,
              words: t(`people.edit.channel.${value}`),
            }))}
          />
          <TextField
            label={t('people.edit.channel.value')}
            value={row.value}
            onChange={(value) => change({ value })}
            maxLength={2000}
          />
          <TextField
            label={t('people.edit.channel.label')}
            value={row.label}
            onChange={(label) => change({ label })}
            maxLength={2000}
          />
        </>
      )}
    </Rows>
  )
}

const placeParts = ['street', 'postcode', 'locality', 'region', 'country', 'label'] as const
const nowhere: PlaceRow = {
  label: '',
  street: '',
  postcode: '',
  locality: '',
  region: '',
  country: '',
}

/** Where they live and work. */
export function EditPlaces({ rows, onChange }: ListProps<PlaceRow>): ReactNode {
  const t = useWords()
  return (
    <Rows title={t('people.edit.places')} rows={rows} blank={nowhere} onChange={onChange}>
      {(row, change) =>
        placeParts.map((part) => (
          <TextField
            key={part}
            label={t(`people.edit.place.${part}`)}
            value={row[part]}
            onChange={(text) => change({ [part]: text })}
            maxLength={2000}
          />
        ))
      }
    </Rows>
  )
}
