import { Lock } from 'lucide-react'
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react'
import type { capture as Capture, Captured } from '../../notebook/notes/capture.ts'
import type { CapturedPerson } from '../../notebook/notes/head.ts'
import type { UnderstoodLine } from '../../notebook/notes/understand.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { Plate } from '../ui/Plate.tsx'
import { longDay, wallNow } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { topicInWords } from './topic-words.ts'
import styles from './CaptureUnderstood.module.css'

interface CaptureUnderstoodProps {
  readonly line: string
  /** The page has said whom the line means. */
  readonly about?: boolean
}

/** What a line would become, while it is typed: nothing is added in silence. The reader comes when it is first needed. */
export function CaptureUnderstood({ line, about = false }: CaptureUnderstoodProps): ReactNode {
  const t = useWords()
  const said = useDeferredValue(line.trim())
  const capture = useCapture(said !== '')
  if (said === '' || capture === null) return null
  const { today, zone } = wallNow(null, 'en')
  const captured = capture(said, { day: today, zone, lang: null })
  const lines = captured.segments.filter((segment) => segment.mark !== null || segment.offRecord)
  const people = about ? [] : captured.people
  const fields = [...new Set(captured.segments.flatMap((segment) => segment.fields))]
  if (lines.length + people.length + fields.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('capture.understoodSoFar')}>
      {people.map((person) => (
        <Person key={person.name ?? person.described} person={person} captured={captured} />
      ))}
      {lines.map((segment) => (
        <Said key={segment.start} line={segment} />
      ))}
      {fields.map((field) => (
        <li key={field} className={styles.item}>
          {t('notes.aboutField', { field: field.replaceAll('_', ' ') })}
        </li>
      ))}
    </ul>
  )
}

function Person({ person, captured }: { person: CapturedPerson; captured: Captured }): ReactNode {
  const name = person.name ?? person.described
  if (name === null) return null
  const place = captured.people[0] === person ? captured.meeting.place : null
  const more = [person.role, person.organisation, place].filter((part) => part !== null)
  return (
    <li className={styles.item}>
      <Plate name={name} size={28} rim="broken" />
      <span>
        <b className={styles.name}>{name}</b>
        {more.length === 0 ? null : `, ${more.join(', ')}`}
      </span>
    </li>
  )
}

function Said({ line }: { line: UnderstoodLine }): ReactNode {
  const t = useWords()
  if (line.offRecord) {
    return (
      <li className={styles.item}>
        <Lock aria-hidden />
        {t('capture.offRecord')}
      </li>
    )
  }
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
        {more.length === 0 ? null : <span className={styles.more}> {more.join(', ')}</span>}
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
