import { useCallback, useEffect, useRef, useState } from 'react'
import type { UnderstandOptions } from '../../notebook/notes/understand.ts'
import type { LineChange } from './line-changes.ts'
import { createNoteReading, type NoteReading } from './note-reading.ts'
import type { UnderstoodItem } from './understood-groups.ts'
import { createUnderstoodNow, type UnderstoodNow } from './understood-now.ts'

/** Long enough to type a word, short enough to feel at once. */
const pause = 160
/** Of a long note so much is read at a time that a key need not wait. */
const slice = 4

/**
 * What a note says while it is typed; read a moment after the last key, only the lines that changed, and heard by those
 * who show it: the page is not drawn again. Keep `options` the same object.
 */
export function useUnderstood(options: UnderstandOptions): {
  readonly understood: UnderstoodNow
  /** Tells which lines changed; all of them at first. */
  readonly onLines: (changes: readonly LineChange[]) => void
  /** Which line of the note an item is, counted from 0. */
  readonly placeOf: (item: UnderstoodItem) => number
} {
  const [reading] = useState(() => createNoteReading(options))
  const [understood] = useState(createUnderstoodNow)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const readSoon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(function readOn() {
      if (!reading.read(whenOver(slice))) timer.current = setTimeout(readOn)
      else understood.become(reading.understood())
    }, pause)
  }, [reading, understood])

  useBegunAnew(reading, options, readSoon)
  useEffect(() => () => clearTimeout(timer.current), [])

  const onLines = useCallback(
    (changes: readonly LineChange[]) => {
      reading.change(changes)
      readSoon()
    },
    [reading, readSoon],
  )
  return { understood, onLines, placeOf: reading.placeOf }
}

/** Who sits at the table and when decides how every line is read. */
function useBegunAnew(reading: NoteReading, options: UnderstandOptions, readSoon: () => void) {
  const begun = useRef(options)
  useEffect(() => {
    if (begun.current === options) return
    begun.current = options
    reading.begin(options)
    readSoon()
  }, [reading, options, readSoon])
}

function whenOver(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds
  return () => performance.now() >= end
}
