import type { ReactNode } from 'react'
import { Copied } from '../ui/Copied.tsx'
import { Type } from '../ui/Type.tsx'
import { useReach, waysHere } from './reach.ts'

interface HandedOutProps {
  readonly path: string
  readonly label: string
  /** What is said of it, where others reach this server and where they do not. */
  readonly once: string
  readonly onlyHere: string
}

/** An address for somebody else, shown once, as it is handed over: where others reach this server, if they do. */
export function HandedOut({ path, label, once, onlyHere }: HandedOutProps): ReactNode {
  const { data: reach } = useReach()
  const [way] = reach ? waysHere(location.origin, reach) : []
  return (
    <>
      <Copied label={label} text={`${way ?? location.origin}${path}`} />
      <Type look="second">{way ? once : onlyHere}</Type>
    </>
  )
}
