import { Check } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { Unseen } from './LiveRegion.tsx'
import { Plate } from './Plate.tsx'
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

interface PersonRowProps {
  readonly id: string
  readonly person: PersonInTable
  readonly index: number
  readonly top: number
  /** Where the arrow keys are. */
  readonly here: boolean
  readonly open: boolean
  readonly chosen: boolean
  /** Somebody is chosen: a press on a row chooses, it does not open. */
  readonly choosing: boolean
  readonly address: string
  readonly onOpen: (id: string) => void
  /** `range`: from where one began to here. */
  readonly onChoose: (range: boolean) => void
}

/** One person in the table: the name opens, the plate chooses. */
export function PersonRow(props: PersonRowProps): ReactNode {
  const { person, index, onOpen, onChoose } = props
  const t = useWords()
  function onClick(event: MouseEvent): void {
    // A new tab or window is the browser's to open.
    if (event.metaKey || event.ctrlKey || event.button !== 0) return
    event.preventDefault()
    if (event.shiftKey || props.choosing) onChoose(event.shiftKey)
    else onOpen(person.id)
  }
  return (
    <div
      id={props.id}
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.chosen}
      aria-current={props.open ? 'true' : undefined}
      data-here={props.here ? '' : undefined}
      data-open={props.open ? '' : undefined}
      data-chosen={props.chosen ? '' : undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <span role="gridcell" className={styles.who}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.choose}
          aria-pressed={props.chosen}
          onClick={(event) => onChoose(event.shiftKey)}
        >
          <Unseen>{t('table.choose', { name: person.name })}</Unseen>
          <Plate name={person.name} size={28} rim={person.spoke === null ? 'broken' : 'solid'} />
          <span className={styles.tick} aria-hidden>
            <Check />
          </span>
        </button>
        <a href={props.address} tabIndex={-1} onClick={onClick}>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.line}>{person.line}</span>
        </a>
      </span>
      <span role="gridcell" className={styles.spoke}>
        {person.spoke ?? t('table.notYet')}
      </span>
      <span role="gridcell" className={styles.next}>
        {person.next}
      </span>
    </div>
  )
}
