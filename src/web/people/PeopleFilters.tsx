import { Menu } from '@mantine/core'
import { ChevronDown, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { ChipRow, FilterChip } from '../ui/Chip.tsx'
import { joined } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { PeopleFilter } from './use-people-list.ts'
import chip from '../ui/Chip.module.css'
import menu from '../ui/MoreMenu.module.css'
import styles from './People.module.css'

interface PeopleFiltersProps {
  readonly filter: PeopleFilter
  readonly onChange: (filter: PeopleFilter) => void
}

/** What the list may be narrowed to; a search by name looks at everybody. */
export function PeopleFilters({ filter, onChange }: PeopleFiltersProps): ReactNode {
  const t = useWords()
  const fields = useAnswer(client.fields.list, {}).data?.fields ?? []
  const labels = useAnswer(client.people.labels, {}).data?.labels ?? []
  const chooses = (spoken: 'yes' | 'not-yet') => (on: boolean) =>
    onChange({ ...filter, text: '', spoken: on ? spoken : null })
  return (
    <div className={styles.filters}>
      <ChipRow label={t('people.filters')}>
        {filter.organisation === null ? null : (
          <OrganisationChip
            which={filter.organisation}
            onTakeOff={() => onChange({ ...filter, organisation: null })}
          />
        )}
        <FilterChip on={filter.spoken === 'yes'} onChange={chooses('yes')}>
          {t('people.filter.spoken')}
        </FilterChip>
        <ChoiceChip
          words={t('people.filter.field')}
          chosen={filter.field}
          choices={fields.map(({ id, name }) => ({ key: id, words: name }))}
          onChange={(field) => onChange({ ...filter, text: '', field })}
        />
        <ChoiceChip
          words={t('people.filter.label')}
          chosen={filter.label}
          choices={labels.map(({ label }) => ({ key: label, words: label }))}
          onChange={(label) => onChange({ ...filter, text: '', label })}
        />
        <FilterChip on={filter.spoken === 'not-yet'} onChange={chooses('not-yet')}>
          {t('people.filter.notYet')}
        </FilterChip>
      </ChipRow>
    </div>
  )
}

function OrganisationChip({
  which,
  onTakeOff,
}: {
  which: string
  onTakeOff: () => void
}): ReactNode {
  const t = useWords()
  const organisation = useAnswer(client.organisations.show, { which })
  return (
    <FilterChip on onChange={onTakeOff}>
      {organisation.data?.name ?? t('people.filter.organisation')}
    </FilterChip>
  )
}

interface ChoiceChipProps {
  readonly words: string
  readonly chosen: string | null
  readonly choices: readonly { readonly key: string; readonly words: string }[]
  readonly onChange: (chosen: string | null) => void
}

/** A filter with many answers; without any it is not offered. */
function ChoiceChip({ words, chosen, choices, onChange }: ChoiceChipProps): ReactNode {
  const t = useWords()
  if (choices.length === 0) return null
  const name = choices.find(({ key }) => key === chosen)?.words ?? null
  return (
    <Menu
      position="bottom-start"
      offset={6}
      classNames={{ dropdown: joined([menu.menu, styles.choices]), item: menu.item ?? '' }}
    >
      <Menu.Target>
        <button type="button" className={joined([chip.chip, name !== null && chip.on])}>
          {name ?? words}
          {name === null ? <ChevronDown aria-hidden /> : <X aria-hidden />}
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={words}>
        <Menu.Item onClick={() => onChange(null)}>{t('people.filter.any')}</Menu.Item>
        {choices.map((choice) => (
          <Menu.Item key={choice.key} onClick={() => onChange(choice.key)}>
            {choice.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
