import type { ReactNode } from 'react'
import { joined } from './Type.tsx'
import styles from './Row.module.css'

interface RowProps {
  /** A plate or a mark. */
  readonly before?: ReactNode
  readonly name?: ReactNode
  /** One sentence: what happened, or what comes next. */
  readonly children?: ReactNode
  readonly when?: ReactNode
  /** "Let it rest". */
  readonly rest?: ReactNode
  /** One olive verb. */
  readonly act?: ReactNode
  /** In a rail. */
  readonly tight?: boolean
  readonly as?: 'div' | 'li' | 'article'
}

/** A person or a thing in a list, split from the next by a hairline. */
export function Row({
  before,
  name,
  children,
  when,
  rest,
  act,
  tight,
  as = 'div',
}: RowProps): ReactNode {
  const Element = as
  const hasActs = Boolean(when ?? rest ?? act)
  return (
    <Element className={joined([styles.row, tight && styles.tight, !before && styles.bare])}>
      {before}
      <div className={styles.middle}>
        {name === undefined ? null : <div className={styles.name}>{name}</div>}
        {children === undefined ? null : <div className={styles.sentence}>{children}</div>}
      </div>
      {hasActs ? (
        <div className={styles.acts} data-quiet={(rest ?? act) ? undefined : ''}>
          {when === undefined ? null : <span className={styles.when}>{when}</span>}
          {rest}
          {act}
        </div>
      ) : null}
    </Element>
  )
}
