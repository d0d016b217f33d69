import { type ReactNode, useMemo } from 'react'
import { squaresOf } from './qr-path.ts'
import styles from './Phone.module.css'

/** An address that a camera reads: dark on light by day and by candlelight, which is what cameras know. */
export function QrCode({ text, label }: { text: string; label: string }): ReactNode {
  const { size, path } = useMemo(() => squaresOf(text), [text])
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
