import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import type { UnderstandOptions } from '../../notebook/notes/understand.ts'
import { createLineReader } from './line-reader.ts'
import { type Understood, understoodOf } from './understood-groups.ts'

/** Long enough to type a word, short enough to feel at once. */
const pause = 160
/** A long note is read when the keys rest for so many times what reading it takes. */
const rest = 25

const nothing: Understood = { groups: [], count: 0, offRecord: 0 }

/**
 * What a note says while it is typed; read anew a moment after the last key, and drawn when no key is waiting. Keep
 * `options` the same object.
 */
export function useUnderstood(text: string, options: UnderstandOptions): Understood {
  const read = useMemo(() => createLineReader(options), [options])
  const cost = useRef(0)
  const [understood, setUnderstood] = useState(nothing)
  useEffect(() => {
    const timer = setTimeout(
      () => {
        const began = performance.now()
        const found = understoodOf(text.split(/\r\n|[\n\r\u2028\u2029]/).map(read))
        cost.current = performance.now() - began
        startTransition(() => setUnderstood(found))
      },
      Math.max(pause, cost.current * rest),
    )
    return () => clearTimeout(timer)
  }, [text, read])
  return understood
}
