import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useWords } from '../words/words.ts'
import { Plate } from './Plate.tsx'
import { stepInTable } from './table-keys.ts'
import styles from './PeopleTable.module.css'

export interface PersonInTable {
  readonly id: string
  readonly name: string
  /** Role and organisation, in one line. */
  readonly line: string
  /** "5 March", or null when you have not spoken yet. */
  readonly spoke: string | null
  readonly next: string | null
}

interface PeopleTableProps {
  readonly people: readonly PersonInTable[]
  /** How many there are in all, loaded or not; null while nobody knows. */
  readonly count: number | null
  /** Whose page is open beside the table. */
  readonly open: string | null
  readonly onOpen: (id: string) => void
  readonly addressOf: (id: string) => string
  /** Asked when the end of what is loaded comes near. */
  readonly onNearEnd?: () => void
  /** Rows are taller on a phone. */
  readonly rowHeight?: number
}

/**
 * People, one row each, of any number: only the rows in sight are in the page. One stop of the Tab
 * key; arrows move, Enter opens.
 */
export function PeopleTable(props: PeopleTableProps): ReactNode {
  const { people, open, onOpen, onNearEnd, rowHeight = 48 } = props
  const t = useWords()
  const names = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const seen = rows.getVirtualItems()
  const lastSeen = seen.at(-1)?.index ?? 0

  useEffect(() => {
    if (lastSeen >= people.length - 20) onNearEnd?.()
  }, [lastSeen, people.length, onNearEnd])

  useEffect(() => {
    const index = people.findIndex(({ id }) => id === open)
    if (index >= 0) setAt(index)
  }, [open, people])

  function onKeyDown(event: KeyboardEvent): void {
    const person = people[at]
    if (event.key === 'Enter' && person) return onOpen(person.id)
    const visible = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight)
    const next = stepInTable(event.key, { at, count: people.length, visible })
    if (next === null) return
    event.preventDefault()
    setAt(next)
    rows.scrollToIndex(next, { align: 'auto' })
  }

  const active = Math.min(at, people.length - 1)
  return (
    <div
      className={styles.table}
      role="grid"
      aria-label={t('people.table')}
      aria-rowcount={(props.count ?? people.length) + 1}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        <span role="columnheader">{t('people.who')}</span>
        <span role="columnheader">{t('people.lastSpoke')}</span>
        <span role="columnheader">{t('people.nextStep')}</span>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="rowgroup"
        tabIndex={0}
        aria-activedescendant={people.length > 0 ? `${names}-${active}` : undefined}
        data-people-table
        onKeyDown={onKeyDown}
      >
        <div className={styles.sizer} role="presentation" style={{ height: rows.getTotalSize() }}>
          {seen.map(({ index, start }) => {
            const person = people[index]
            if (!person) return null
            return (
              <PersonRow
                key={person.id}
                id={`${names}-${index}`}
                person={person}
                index={index}
                top={start}
                here={index === active}
                open={person.id === open}
                notYet={t('people.notYet')}
                address={props.addressOf(person.id)}
                onOpen={onOpen}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

interface PersonRowProps {
  readonly id: string
  readonly person: PersonInTable
  readonly index: number
  readonly top: number
  /** Where the arrow keys are. */
  readonly here: boolean
  readonly open: boolean
  readonly notYet: string
  readonly address: string
  readonly onOpen: (id: string) => void
}

const PersonRow = memo(function PersonRow(props: PersonRowProps): ReactNode {
  const { person, index, onOpen } = props
  function onClick(event: MouseEvent): void {
    // A new tab or window is the browser's to open.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onOpen(person.id)
  }
  return (
    <a
      id={props.id}
      href={props.address}
      className={styles.row}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={props.open}
      data-open={props.open ? '' : undefined}
      data-here={props.here ? '' : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={onClick}
    >
      <span role="gridcell" className={styles.who}>
        <Plate name={person.name} size={28} rim={person.spoke === null ? 'broken' : 'solid'} />
        <span>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.line}>{person.line}</span>
        </span>
      </span>
      <span role="gridcell" className={styles.spoke}>
        {person.spoke ?? props.notYet}
      </span>
      <span role="gridcell" className={styles.next}>
        {person.next}
      </span>
    </a>
  )
})
