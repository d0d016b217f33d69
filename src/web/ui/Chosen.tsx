import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { joined } from './Type.tsx'
import styles from './Chip.module.css'

interface ChosenProps {
  /** "Take Ruth off". */
  readonly takeOff: string
  readonly onTakeOff: () => void
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** Something that was chosen, as a chip that goes at a press. */
export function Chosen({ takeOff, onTakeOff, icon, children }: ChosenProps): ReactNode {
  return (
    <button
      type="button"
      className={joined([styles.chip, styles.on])}
      aria-label={takeOff}
      onClick={onTakeOff}
    >
      {icon}
      {children}
      <X aria-hidden />
    </button>
  )
}
