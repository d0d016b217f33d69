import { useEffect, useMemo, useState } from 'react'
import type { UnderstandOptions } from '../../notebook/notes/understand.ts'
import { createLineReader } from './line-reader.ts'
import { type Understood, understoodOf } from './understood-groups.ts'

/** Long enough to type a word, short enough to feel at once. */
const pause = 160

const nothing: Understood = { groups: [], count: 0, offRecord: 0 }

/** What a note says while it is typed; read anew a moment after the last key. Keep `options` the same object. */
export function useUnderstood(text: string, options: UnderstandOptions): Understood {
  const read = useMemo(() => createLineReader(options), [options])
  const [understood, setUnderstood] = useState(nothing)
  useEffect(() => {
    const timer = setTimeout(
      () => setUnderstood(understoodOf(text.split(/\r\n|[\n\r\u2028\u2029]/).map(read))),
      pause,
    )
    return () => clearTimeout(timer)
  }, [text, read])
  return understood
}
