import type { ReactNode } from 'react'
import { KeptHereStrip } from './KeptHere.tsx'
import { SharedStrip } from './SharedStrip.tsx'
import { ConnectionStrip } from './Trouble.tsx'
import { VersionStrip } from './VersionStrip.tsx'
import styles from './Strips.module.css'

/** What is said above every page: how we stand with the server, and with the app on this device. */
export function Strips(): ReactNode {
  return (
    <div ref={takesRoom} className={styles.strips}>
      <ConnectionStrip />
      <KeptHereStrip />
      <SharedStrip />
      <VersionStrip />
    </div>
  )
}

/** Pages that fill the window leave so much of it: `--strip` on the root. */
function takesRoom(strips: HTMLElement | null): (() => void) | undefined {
  if (!strips) return undefined
  const { style } = document.documentElement
  const measuring = new ResizeObserver(() =>
    style.setProperty('--strip', `${strips.offsetHeight}px`),
  )
  measuring.observe(strips)
  return () => {
    measuring.disconnect()
    style.removeProperty('--strip')
  }
}
