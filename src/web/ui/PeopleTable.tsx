import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
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
  const head = useRef<HTMLDivElement>(null)
  const [moved, setMoved] = useState<number | null>(null)
  const [headHeight, setHeadHeight] = useState(0)
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head lies over the first rows.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const seen = rows.getVirtualItems()
  const lastSeen = seen.at(-1)?.index ?? 0

  useEffect(() => {
    if (lastSeen >= people.length - 20) onNearEnd?.()
  }, [lastSeen, people.length, onNearEnd])

  useLayoutEffect(() => setHeadHeight(head.current?.offsetHeight ?? 0), [])

  const opened = people.findIndex(({ id }) => id === open)
  const at = Math.min(moved ?? Math.max(0, opened), people.length - 1)

  function onKeyDown(event: KeyboardEvent): void {
    const person = people[at]
    if (event.key === 'Enter' && person) return onOpen(person.id)
    const visible = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight)
    const next = stepInTable(event.key, { at, count: people.length, visible })
    if (next === null) return
    event.preventDefault()
    setMoved(next)
    rows.scrollToIndex(next, { align: 'auto' })
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('table.label')}
      aria-rowcount={(props.count ?? people.length) + 1}
      aria-activedescendant={people.length > 0 ? `${names}-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div ref={head} className={styles.head} role="row" aria-rowindex={1}>
        <span role="columnheader">{t('table.who')}</span>
        <span role="columnheader">{t('table.lastSpoke')}</span>
        <span role="columnheader">{t('table.nextStep')}</span>
      </div>
      <div className={styles.sizer} role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {seen.map(({ index, start }) => {
          const person = people[index]
          if (!person) return null
          return (
            <PersonRow
              key={person.id}
              id={`${names}-${index}`}
              person={person}
              index={index}
              top={start - headHeight}
              here={index === at}
              open={person.id === open}
              notYet={t('table.notYet')}
              address={props.addressOf(person.id)}
              onOpen={onOpen}
            />
          )
        })}
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
    <div
      id={props.id}
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.open}
      data-here={props.here ? '' : undefined}
      data-open={props.open ? '' : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <span role="gridcell" className={styles.who}>
        <Plate name={person.name} size={28} rim={person.spoke === null ? 'broken' : 'solid'} />
        <a href={props.address} tabIndex={-1} onClick={onClick}>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.line}>{person.line}</span>
        </a>
      </span>
      <span role="gridcell" className={styles.spoke}>
        {person.spoke ?? props.notYet}
      </span>
      <span role="gridcell" className={styles.next}>
        {person.next}
      </span>
    </div>
  )
})
