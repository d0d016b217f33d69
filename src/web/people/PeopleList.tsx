import { useRouter, useSearch } from '@tanstack/react-router'
import { FileDown, History, UserPlus, UsersRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { useNarrow } from '../shell/narrow.ts'
import { useWall } from '../shell/wall.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { PeopleTable } from '../ui/PeopleTable.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { nobodyChosen, type Selection } from '../ui/selection.ts'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { AddPerson } from './AddPerson.tsx'
import { BulkBar } from './BulkBar.tsx'
import { PeopleFilters } from './PeopleFilters.tsx'
import { TwiceLine } from './TwiceLine.tsx'
import { everybody, isEverybody, type PeopleFilter, usePeopleList } from './use-people-list.ts'
import styles from './People.module.css'

interface PeopleListProps {
  readonly open: string | null
  readonly onOpen: (id: string) => void
}

/** The left column: search, filters, the table, and what may be done with those chosen. */
export function PeopleList({ open, onOpen }: PeopleListProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { organisation = null } = useSearch({ strict: false })
  const router = useRouter()
  const [narrowed, setNarrowed] = useState(everybody)
  const filter = organisation === null ? narrowed : { ...narrowed, organisation }
  const [selection, setSelection] = useState(nobodyChosen)
  const [adding, setAdding] = useState(false)
  const list = usePeopleList(filter, wall)
  const [first] = list.people
  function change(next: PeopleFilter): void {
    // The organisation stands in the address, for whoever came here by it.
    if (next.organisation !== organisation) void router.navigate({ to: '/people' })
    setNarrowed({ ...next, organisation: null })
    setSelection(nobodyChosen)
  }
  return (
    <section className={styles.list} aria-label={t('place.people')}>
      <div className={styles.head}>
        <Title count={list.count} onAdd={() => setAdding(true)} />
        <SearchField
          label={t('people.search.label')}
          hint={t('people.search.hint')}
          value={filter.text}
          onChange={(text) => change({ ...filter, text })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first) onOpen(first.id)
          }}
        />
        <PeopleFilters filter={filter} onChange={change} />
        <TwiceLine />
      </div>
      {first ? (
        <Table
          list={list}
          isWhole={isEverybody(filter)}
          open={open}
          onOpen={onOpen}
          selection={selection}
          onSelection={setSelection}
        />
      ) : null}
      {first && list.error ? <Trouble error={list.error} /> : null}
      {first ? null : (
        <NoTable
          list={list}
          isNarrowed={!isEverybody(filter)}
          searched={filter.text.trim() !== ''}
          onClear={() => change(everybody)}
          onAdd={() => setAdding(true)}
        />
      )}
      {selection.ids.size === 0 ? null : (
        <BulkBar people={[...selection.ids]} onDone={() => setSelection(nobodyChosen)} />
      )}
      <AddPerson opened={adding} onClose={() => setAdding(false)} onAdded={onOpen} />
    </section>
  )
}

function Title({ count, onAdd }: { count: number | null; onAdd: () => void }): ReactNode {
  const t = useWords()
  const router = useRouter()
  return (
    <div className={styles.title}>
      <Type look="h1" className={styles.h1}>
        {t('place.people')}
      </Type>
      {count === null || count === 0 ? null : (
        <Type look="quiet" figures>
          {t('people.size', { count })}
        </Type>
      )}
      <span className={styles.acts}>
        <ButtonLink to="/bring-in" look="quiet" size="small" icon={<FileDown aria-hidden />}>
          {t('people.bringIn')}
        </ButtonLink>
        <Button size="small" icon={<UserPlus aria-hidden />} onClick={onAdd}>
          {t('people.add')}
        </Button>
        <MoreMenu
          label={t('people.moreOf')}
          deeds={[
            {
              words: t('twice.title'),
              icon: <UsersRound aria-hidden />,
              onChoose: () => void router.navigate({ to: '/twice' }),
            },
            {
              words: t('contacts.imports.title'),
              icon: <History aria-hidden />,
              onChoose: () => void router.navigate({ to: '/bring-in/before' }),
            },
          ]}
        />
      </span>
    </div>
  )
}

interface TableProps extends PeopleListProps {
  readonly list: ReturnType<typeof usePeopleList>
  readonly isWhole: boolean
  readonly selection: Selection
  readonly onSelection: (selection: Selection) => void
}

function Table({ list, isWhole, ...rest }: TableProps): ReactNode {
  const narrow = useNarrow()
  return (
    <PeopleTable
      {...rest}
      people={list.people}
      count={isWhole ? list.count : null}
      addressOf={(id) => `/people/${id}`}
      onNearEnd={list.bringMore}
      rowHeight={narrow ? 62 : 48}
    />
  )
}

interface NoTableProps {
  readonly list: ReturnType<typeof usePeopleList>
  readonly isNarrowed: boolean
  readonly searched: boolean
  readonly onClear: () => void
  readonly onAdd: () => void
}

/** Still on its way, refused, or nobody. */
function NoTable({ list, ...rest }: NoTableProps): ReactNode {
  if (list.error) return <Trouble error={list.error} />
  if (!list.waiting) return <Nobody {...rest} />
  return (
    <div className={styles.inset}>
      <Waiting lines={8} />
    </div>
  )
}

/** Also below a list that ends before all of them are there, as where the rest is not on this phone. */
function Trouble({ error }: { error: unknown }): ReactNode {
  return (
    <p role="alert" className={styles.trouble}>
      {refusalInWords(error)}
    </p>
  )
}

function Nobody({ isNarrowed, searched, onClear, onAdd }: Omit<NoTableProps, 'list'>): ReactNode {
  const t = useWords()
  if (!isNarrowed) {
    return (
      <Empty sentence={t('people.empty.nobody')}>
        <Button look="filled" onClick={onAdd}>
          {t('people.add')}
        </Button>
      </Empty>
    )
  }
  return (
    <Empty sentence={t(searched ? 'people.empty.notFound' : 'people.empty.noneLike')}>
      <Button onClick={onClear}>{t('people.empty.clear')}</Button>
    </Empty>
  )
}
