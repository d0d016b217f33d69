import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { joined } from './Type.tsx'
import styles from './Chip.module.css'

interface ChosenProps {
  /** "Take Ruth off". */
  readonly takeOff: string
  readonly onTakeOff: () => void
  readonly icon?: ReactNode
  /** The cursor stays where it is, and with it the keyboard of a phone. */
  readonly keepsCursor?: boolean
  readonly children: ReactNode
}

/** Something that was chosen, as a chip that goes at a press. */
export function Chosen({
  takeOff,
  onTakeOff,
  icon,
  keepsCursor,
  children,
}: ChosenProps): ReactNode {
  return (
    <button
      type="button"
      className={joined([styles.chip, styles.on])}
      aria-label={takeOff}
      onPointerDown={keepsCursor ? (event) => event.preventDefault() : undefined}
      onClick={onTakeOff}
    >
      {icon}
      {children}
      <X aria-hidden />
    </button>
  )
}
