import type { ReactNode } from 'react'
import { Type } from './Type.tsx'
import styles from './SectionHead.module.css'

interface SectionHeadProps {
  readonly title: ReactNode
  /** A quiet word at the right. */
  readonly aside?: ReactNode
  /** `h2` looks larger than a usual section, which is an h2 that looks like an h3. */
  readonly look?: 'h2' | 'h3'
  readonly as?: 'h2' | 'h3'
  readonly id?: string
}

export function SectionHead({
  title,
  aside,
  look = 'h3',
  as = 'h2',
  id,
}: SectionHeadProps): ReactNode {
  return (
    <div className={styles.head}>
      <Type look={look} as={as} {...(id === undefined ? {} : { id })}>
        {title}
      </Type>
      {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
    </div>
  )
}
