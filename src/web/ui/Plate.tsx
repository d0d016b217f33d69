import type { ReactNode } from 'react'
import { initialsOf } from './initials.ts'
import { joined } from './Type.tsx'
import styles from './Plate.module.css'

interface PlateProps {
  readonly name: string
  readonly size?: 28 | 36 | 38 | 52 | 64
  /** Solid: you have spoken. Broken: not yet, or an empty chair. Wine: you. */
  readonly rim?: 'solid' | 'broken' | 'wine'
  /** Said aloud only where no name stands beside the plate. */
  readonly label?: string
}

/** A person: initials on enamel, never a photo. */
export function Plate({ name, size = 36, rim = 'solid', label }: PlateProps): ReactNode {
  const classes = joined([styles.plate, styles[`s${size}`], rim !== 'solid' && styles[rim]])
  if (label === undefined) {
    return (
      <span aria-hidden className={classes}>
        {initialsOf(name)}
      </span>
    )
  }
  return (
    <span role="img" aria-label={label} className={classes}>
      {initialsOf(name)}
    </span>
  )
}
