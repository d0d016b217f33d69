import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useWords } from '../words/words.ts'
import { type PersonInTable, PersonRow } from './PersonRow.tsx'
import { extended, type Selection, toggled } from './selection.ts'
import { stepInTable } from './table-keys.ts'
import styles from './PeopleTable.module.css'

interface PeopleTableProps {
  readonly people: readonly PersonInTable[]
  /** How many there are in all, loaded or not; null while nobody knows. */
  readonly count: number | null
  /** Whose page is open beside the table. */
  readonly open: string | null
  readonly onOpen: (id: string) => void
  readonly addressOf: (id: string) => string
  readonly selection: Selection
  readonly onSelection: (selection: Selection) => void
  /** Asked when the end of what is loaded comes near. */
  readonly onNearEnd?: () => void
  /** Rows are taller on a phone. */
  readonly rowHeight?: number
}

/**
 * People, one row each, of any number: only the rows in sight are in the page. One stop of the Tab
 * key; arrows move, Enter opens, Space or x chooses, Shift with an arrow chooses on.
 */
export function PeopleTable(props: PeopleTableProps): ReactNode {
  const { people, open, onOpen, onNearEnd, selection, onSelection, rowHeight = 48 } = props
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
  const scrollTo = rows.scrollToIndex
  useEffect(() => {
    if (opened >= 0) scrollTo(opened, { align: 'auto' })
  }, [opened, scrollTo])

  const at = Math.min(moved ?? Math.max(0, opened), people.length - 1)

  function choose(index: number, from: Selection, range: boolean): void {
    const person = people[index]
    if (!person) return
    const order = people.map(({ id }) => id)
    onSelection(range ? extended(from, order, person.id) : toggled(from, person.id))
  }

  function move(event: KeyboardEvent): void {
    const visible = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight)
    const next = stepInTable(event.key, { at, count: people.length, visible })
    if (next === null) return
    event.preventDefault()
    if (event.shiftKey) {
      const began = selection.anchor ?? people[at]?.id ?? null
      choose(next, { ...selection, anchor: began }, true)
    }
    setMoved(next)
    rows.scrollToIndex(next, { align: 'auto' })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const person = people[at]
    if (event.metaKey || event.ctrlKey || event.altKey || !person) return
    if (event.key === 'Enter') return onOpen(person.id)
    if (event.key !== ' ' && event.key !== 'x') return move(event)
    event.preventDefault()
    choose(at, selection, false)
  }

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('table.label')}
      aria-multiselectable
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
              chosen={selection.ids.has(person.id)}
              choosing={selection.ids.size > 0}
              address={props.addressOf(person.id)}
              onOpen={onOpen}
              onChoose={(range) => choose(index, selection, range)}
            />
          )
        })}
      </div>
    </div>
  )
}
