import type { ReactNode } from 'react'
import { Stripe } from './Stripe.tsx'
import { joined } from './Type.tsx'
import styles from './Card.module.css'

interface CardProps {
  /** Today's place only. */
  readonly striped?: boolean
  readonly as?: 'section' | 'article' | 'div' | 'form'
  readonly className?: string | undefined
  readonly 'aria-label'?: string
  readonly children: ReactNode
}

/** A thing one could pick up: a place at the table, a letter, a plan, a chart. Never a card in a card. */
export function Card({
  striped,
  as = 'section',
  className,
  children,
  ...rest
}: CardProps): ReactNode {
  const Element = as
  return (
    <Element className={joined([styles.card, striped && styles.striped, className])} {...rest}>
      {striped ? <Stripe direction="down" thick="start" className={styles.stripe} /> : null}
      {children}
    </Element>
  )
}
