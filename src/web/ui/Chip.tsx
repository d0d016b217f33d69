import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { joined } from './Type.tsx'
import styles from './Chip.module.css'

interface ChipProps {
  readonly icon?: ReactNode
  /** What it says: consent in olive, "contested" in honey. A plain chip has no hue. */
  readonly hue?: 'olive' | 'wine' | 'honey' | 'rim'
  readonly children: ReactNode
}

/** A word about a thing. */
export function Chip({ icon, hue, children }: ChipProps): ReactNode {
  return (
    <span className={joined([styles.chip, hue && styles[hue]])}>
      {icon}
      {children}
    </span>
  )
}

interface FilterChipProps {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A filter: olive and with a cross when it is on. */
export function FilterChip({ on, onChange, icon, children }: FilterChipProps): ReactNode {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={joined([styles.chip, on && styles.on])}
      onClick={() => onChange(!on)}
    >
      {icon}
      {children}
      {on ? <X aria-hidden /> : null}
    </button>
  )
}

/** Chips in a row; on the phone they scroll sideways and the last shows half. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className={styles.row} role="group" aria-label={label}>
      {children}
    </div>
  )
}
