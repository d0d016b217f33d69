import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { ChipRow, FilterChip } from '../ui/Chip.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { useWords } from '../words/words.ts'
import { usePeopleCalled } from './use-people.ts'
import styles from './Conversations.module.css'

export interface Filter {
  readonly field?: string
  readonly person?: string
  readonly open?: true
}

interface FiltersProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

/** Open ones, one field, one person; they stand in the address, so that a link keeps them. */
export function Filters({ filter, onChange }: FiltersProps): ReactNode {
  const t = useWords()
  const fields = useAnswer(client.fields.list, {}).data?.fields ?? []
  return (
    <div className={styles.filters}>
      <ChipRow label={t('conversations.list.filters')}>
        <FilterChip
          on={filter.open === true}
          onChange={(on) => onChange(without(filter, 'open', on ? { open: true } : {}))}
        >
          {t('conversations.list.onlyOpen')}
        </FilterChip>
        {filter.person === undefined ? null : (
          <PersonChip
            id={filter.person}
            onTakeOff={() => onChange(without(filter, 'person', {}))}
          />
        )}
        {fields.map(({ id, name }) => (
          <FilterChip
            key={id}
            on={filter.field === id}
            onChange={(on) => onChange(without(filter, 'field', on ? { field: id } : {}))}
          >
            {name}
          </FilterChip>
        ))}
      </ChipRow>
      {filter.person === undefined ? (
        <WithWhom onChoose={(person) => onChange({ ...filter, person })} />
      ) : null}
    </div>
  )
}

function without(filter: Filter, name: keyof Filter, instead: Filter): Filter {
  const { [name]: _gone, ...rest } = filter
  return { ...rest, ...instead }
}

function PersonChip({ id, onTakeOff }: { id: string; onTakeOff: () => void }): ReactNode {
  const t = useWords()
  const person = useAnswer(client.people.show, { id })
  const name = person.data?.name ?? t('conversations.head.somebody')
  return (
    <FilterChip on onChange={onTakeOff}>
      {t('conversations.list.with', { name })}
    </FilterChip>
  )
}

function WithWhom({ onChoose }: { onChoose: (person: string) => void }): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const people = usePeopleCalled(text)
  return (
    <div className={styles.withWhom}>
      <Combobox
        label={t('conversations.list.withWhom')}
        quietLabel
        hint={t('conversations.list.anyone')}
        text={text}
        onText={setText}
        choices={people.map(({ id, name, line }) => ({ key: id, words: name, under: line }))}
        onChoose={(person) => (setText(''), onChoose(person))}
        nothing={t('conversations.form.nothing')}
      />
    </div>
  )
}
