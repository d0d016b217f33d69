import { Lock } from 'lucide-react'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { capture as Capture, Captured } from '../../notebook/notes/capture.ts'
import type { UnderstoodLine } from '../../notebook/notes/understand.ts'
import { Chosen } from '../ui/Chosen.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { Plate } from '../ui/Plate.tsx'
import { longDay, wallNow } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { type Corrections, namedIn, nothingCorrected } from './capture-corrections.ts'
import {
  type CapturedShown,
  fieldInWords,
  offRecordInWords,
  saysSomething,
  shownInWords,
  shownOf,
} from './captured-words.ts'
import { topicInWords } from './topic-words.ts'
import styles from './CaptureUnderstood.module.css'

interface CaptureUnderstoodProps {
  readonly line: string
  /** The page has said whom the line means. */
  readonly about?: boolean
  readonly corrections?: Corrections
  /** What is put right, by one tap; without it the line is only shown. */
  readonly onCorrect?: (corrections: Corrections) => void
  /** Asks who the one person of the line is. */
  readonly renderWho?: (name: string, captured: Captured) => ReactNode
  /** Called with each reading. */
  readonly onRead?: (captured: Captured) => void
}

/** What a line would become, while it is typed: nothing is added in silence. The reader comes when it is first needed. */
export function CaptureUnderstood(props: CaptureUnderstoodProps): ReactNode {
  const {
    line,
    about = false,
    corrections = nothingCorrected,
    onCorrect,
    renderWho,
    onRead,
  } = props
  const t = useWords()
  const said = useDeferredValue(line.trim())
  const capture = useCapture(said !== '')
  const captured = useMemo(() => {
    const { today, zone } = wallNow(null, 'en')
    return said === '' || capture === null ? null : capture(said, { day: today, zone, lang: null })
  }, [said, capture])
  useEffect(() => {
    if (captured) onRead?.(captured)
  }, [captured, onRead])
  const wall = wallNow(null, 'en-GB')
  const shown = captured && shownOf(captured, { about, corrections, today: wall.today })
  useSaying(shown && saysSomething(shown) ? shownInWords(t, shown, wall) : '')
  if (captured === null || shown === null || !saysSomething(shown)) return null
  return (
    <ul className={styles.list} aria-label={t('capture.understoodSoFar')}>
      {shown.people.map((person) => (
        <li key={person.called} className={styles.person}>
          <Named person={person} />
          {namedIn(captured) === person.called ? renderWho?.(person.called, captured) : null}
        </li>
      ))}
      <Meeting shown={shown} corrections={corrections} onCorrect={onCorrect} />
      {shown.lines.map((segment) => (
        <Said key={segment.start} line={segment} />
      ))}
      {shown.offRecord === 0 ? null : (
        <li className={styles.item}>
          <Lock aria-hidden />
          {offRecordInWords(t, shown)}
        </li>
      )}
      {shown.fields.map((field) => (
        <Correctable
          key={field}
          words={fieldInWords(t, field)}
          onTakeOff={
            onCorrect &&
            (() => onCorrect({ ...corrections, notFields: [...corrections.notFields, field] }))
          }
        />
      ))}
    </ul>
  )
}

/** A pause in typing, in milliseconds, after which it is said aloud what is understood. */
const pause = 1500

/** For those who listen: once typing rests, and only what is another sentence than before. */
function useSaying(sentence: string): void {
  const said = useRef('')
  useEffect(() => {
    if (sentence === '' || sentence === said.current) return undefined
    const timer = setTimeout(() => {
      said.current = sentence
      announce(sentence)
    }, pause)
    return () => clearTimeout(timer)
  }, [sentence])
}

function Named({ person }: { person: CapturedShown['people'][number] }): ReactNode {
  const more = [person.role, person.organisation].filter((part) => part !== null)
  return (
    <span className={styles.item}>
      <Plate name={person.called} size={28} rim="broken" />
      <span>
        <b className={styles.name}>{person.called}</b>
        {more.length === 0 ? null : `, ${more.join(', ')}`}
      </span>
    </span>
  )
}

interface MeetingProps {
  readonly shown: CapturedShown
  readonly corrections: Corrections
  readonly onCorrect: ((corrections: Corrections) => void) | undefined
}

/** Where and when it was, as far as the line says so. */
function Meeting({ shown, corrections, onCorrect }: MeetingProps): ReactNode {
  const t = useWords()
  const { place, day } = shown
  return (
    <>
      {place === null ? null : (
        <Correctable
          words={t('capture.place', { place })}
          onTakeOff={onCorrect && (() => onCorrect({ ...corrections, notPlace: place }))}
        />
      )}
      {day === null ? null : (
        <Correctable
          words={longDay(day, wallNow(null, 'en-GB'))}
          onTakeOff={onCorrect && (() => onCorrect({ ...corrections, notDay: day }))}
        />
      )}
    </>
  )
}

/** Something understood that goes at a tap. */
function Correctable({
  words,
  onTakeOff,
}: {
  words: string
  onTakeOff: (() => void) | undefined
}): ReactNode {
  const t = useWords()
  const own = useRef<HTMLLIElement>(null)
  function takeOff(): void {
    // What goes takes the focus along, unless the line has it first.
    if (own.current?.contains(document.activeElement)) lineAbove(own.current)?.focus()
    onTakeOff?.()
  }
  return (
    <li ref={own} className={styles.item}>
      {onTakeOff === undefined ? (
        words
      ) : (
        <Chosen takeOff={t('capture.takeOff', { words })} onTakeOff={takeOff} keepsCursor>
          {words}
        </Chosen>
      )}
    </li>
  )
}

function lineAbove(item: HTMLElement): HTMLElement | null {
  return item.closest('form')?.querySelector<HTMLElement>('[data-capture]') ?? null
}

function Said({ line }: { line: UnderstoodLine }): ReactNode {
  const t = useWords()
  if (line.mark === null) return null
  const more = [
    line.day === null ? null : longDay(line.day, wallNow(null, 'en-GB')),
    ...line.topics.map((topic) => t('notes.topic', { topic: topicInWords(t, topic) })),
  ].filter((part) => part !== null)
  return (
    <li className={styles.item}>
      <MarkSquare mark={line.mark} spoken />
      <span>
        {line.said || line.text}
        {more.length === 0 ? null : <span className={styles.more}> · {more.join(', ')}</span>}
      </span>
    </li>
  )
}

/** The reader of captured lines, once it is wanted; null until it is here. */
function useCapture(wanted: boolean): typeof Capture | null {
  const [capture, setCapture] = useState<typeof Capture | null>(null)
  useEffect(() => {
    if (!wanted || capture !== null) return undefined
    let stays = true
    async function bring(): Promise<void> {
      const reader = await import('../../notebook/notes/capture.ts')
      if (stays) setCapture(() => reader.capture)
    }
    void bring()
    return () => {
      stays = false
    }
  }, [wanted, capture])
  return capture
}
