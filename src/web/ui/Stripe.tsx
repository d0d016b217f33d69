import type { ReactNode } from 'react'
import { joined } from './Type.tsx'
import styles from './Stripe.module.css'

interface StripeProps {
  readonly direction: 'down' | 'across'
  /** Which edge the thick thread lies on. */
  readonly thick?: 'start' | 'end'
  readonly className?: string | undefined
}

/** The house mark: decoration at an edge, never more than two on a screen. */
export function Stripe({ direction, thick = 'end', className }: StripeProps): ReactNode {
  return <div aria-hidden className={joined([styles[direction], className])} data-thick={thick} />
}

interface StripeProgressProps {
  /** From 0 to 1. */
  readonly part: number
  /** Where a small upright line stands, from 0 to 1. */
  readonly mark?: number
  readonly hue?: 'wine' | 'olive'
  /** The same in a sentence. */
  readonly label: string
}

/** The stripe as a measure: minutes of a conversation, a week of one's own. */
export function StripeProgress({
  part,
  mark,
  hue = 'wine',
  label,
}: StripeProgressProps): ReactNode {
  return (
    <div className={joined([styles.track, styles[hue]])} role="img" aria-label={label}>
      <div className={styles.gone} style={{ transform: `scaleX(${within(part)})` }} />
      {mark === undefined ? null : (
        <div className={styles.mark} style={{ left: `${within(mark) * 100}%` }} />
      )}
    </div>
  )
}

function within(part: number): number {
  return Math.min(1, Math.max(0, part))
}
