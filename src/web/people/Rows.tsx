import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import type { Keyed } from './edit-draft.ts'
import styles from './Edit.module.css'

interface RowsProps<Row> {
  readonly title: string
  readonly rows: readonly Keyed<Row>[]
  /** How a new line begins. */
  readonly blank: Row
  readonly onChange: (rows: readonly Keyed<Row>[]) => void
  readonly children: (row: Keyed<Row>, change: (part: Partial<Row>) => void) => ReactNode
}

/** Lines of one kind: each may be changed or taken away, and another added. */
export function Rows<Row extends object>(props: RowsProps<Row>): ReactNode {
  const { title, rows, blank, onChange } = props
  const t = useWords()
  const put = (key: string, part: Partial<Row>): void =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{title}</legend>
      {rows.map((row) => (
        <div key={row.key} className={styles.row}>
          <div className={styles.cells}>{props.children(row, (part) => put(row.key, part))}</div>
          <button
            type="button"
            className={styles.remove}
            aria-label={t('people.edit.remove')}
            onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
          >
            <X aria-hidden />
          </button>
        </div>
      ))}
      <Button
        look="quiet"
        size="small"
        icon={<Plus aria-hidden />}
        aria-label={t('people.edit.anotherOf', { what: title })}
        onClick={() => onChange([...rows, { ...blank, key: crypto.randomUUID() }])}
      >
        {t('people.edit.another')}
      </Button>
    </fieldset>
  )
}
