import { Equal, EqualNot } from 'lucide-react'
import type { ReactNode } from 'react'
import { Breakable } from '../ui/Breakable.tsx'
import { Unseen } from '../ui/LiveRegion.tsx'
import { Plate } from '../ui/Plate.tsx'
import { joined, Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { bySection, type Section, sectionOf } from './choices.ts'
import type { Row, Value, Verdict } from './side-by-side.ts'
import styles from './SideBySide.module.css'

/** One of the two, as it stands at the head of its column. */
export interface Side {
  readonly name: string
  /** "google.csv, 3 March": where it came from. */
  readonly from: string
}

interface SideBySideProps {
  readonly one: Side
  readonly other: Side
  readonly rows: readonly Row[]
  /** Where a value came from, if that is worth a word. */
  readonly fromOf: (value: Value) => string
  /** Between the two names: how sure it is. */
  readonly between: ReactNode
  /** Below the rows of one section: which of the two to keep. */
  readonly renderChoice?: (section: Section) => ReactNode
}

/** Two records, line by line around what each line is about: what both say is quiet, what differs is marked. */
export function SideBySide(props: SideBySideProps): ReactNode {
  const t = useWords()
  const { rows, fromOf, renderChoice } = props
  return (
    <div className={styles.sheet} role="table" aria-label={t('twice.table')}>
      <div className={joined([styles.row, styles.head])} role="row">
        <span className={styles.part} role="columnheader">
          <Unseen>{t('twice.part.what')}</Unseen>
          {props.between}
        </span>
        <Head record={props.one} side="one" />
        <Head record={props.other} side="other" />
      </div>
      {bySection(rows).map((some) => {
        const [first] = some
        if (!first) return null
        return (
          <div key={first.key} role="rowgroup" className={styles.group}>
            {some.map((row) => (
              <Line key={row.key} row={row} fromOf={fromOf} />
            ))}
            {renderChoice?.(sectionOf(first))}
          </div>
        )
      })}
    </div>
  )
}

function Line({ row, fromOf }: { row: Row } & Pick<SideBySideProps, 'fromOf'>): ReactNode {
  const t = useWords()
  return (
    <div
      className={styles.row}
      role="row"
      data-verdict={row.verdict}
      data-equal={isEqual(row) ? '' : undefined}
    >
      <span className={styles.part} role="rowheader">
        {t(`twice.part.${row.part}`)}
        <Sign verdict={row.verdict} />
      </span>
      <Cell value={row.one} fromOf={fromOf} side="one" serif={isRead(row)} />
      <Cell value={row.other} fromOf={fromOf} side="other" serif={isRead(row)} />
    </div>
  )
}

/** Word for word the same: where there is little room, once is enough. */
function isEqual({ one, other }: Row): boolean {
  return one !== null && one.words === other?.words && one.label === other.label
}

/** Names, and what was written by hand, are set as one reads. */
function isRead({ part }: Row): boolean {
  return ['name', 'nickname', 'maiden', 'met', 'words'].includes(part)
}

function Head({ record, side }: { record: Side; side: 'one' | 'other' }): ReactNode {
  const { name, from } = record
  return (
    <span className={styles.person} role="columnheader" data-side={side}>
      <Plate name={name} size={52} />
      <span className={styles.who}>
        <Type look="h2" as="span" className={styles.name}>
          {name}
        </Type>
        {from === '' ? null : <Type look="quiet">{from}</Type>}
      </span>
    </span>
  )
}

function Sign({ verdict }: { verdict: Verdict }): ReactNode {
  const t = useWords()
  if (verdict === 'one') return null
  return (
    <span className={styles.sign}>
      {verdict === 'same' ? <Equal aria-hidden /> : <EqualNot aria-hidden />}
      <Unseen>{t(`twice.verdict.${verdict}`)}</Unseen>
    </span>
  )
}

interface CellProps {
  readonly value: Value | null
  readonly fromOf: (value: Value) => string
  readonly side: 'one' | 'other'
  readonly serif: boolean
}

function Cell({ value, fromOf, side, serif }: CellProps): ReactNode {
  const t = useWords()
  if (value === null) {
    return (
      <span className={styles.cell} role="cell" data-side={side}>
        <Unseen>{t('twice.verdict.nothing')}</Unseen>
      </span>
    )
  }
  const from = fromOf(value)
  return (
    <span className={styles.cell} role="cell" data-side={side}>
      <span className={joined([styles.words, serif && styles.serif])}>
        <Breakable>{value.words}</Breakable>
      </span>
      {value.label === null && from === '' ? null : (
        <span className={styles.under}>
          {[value.label, from].filter((part) => part !== null && part !== '').join(', ')}
        </span>
      )}
    </span>
  )
}
