import { PenLine } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { openDraft, sealDraft } from '../offline/device.ts'
import { useWords } from '../words/words.ts'
import { Button } from './Button.tsx'
import type { Mark } from './marks.ts'
import styles from './CaptureLine.module.css'

interface CaptureLineProps {
  readonly hint: string
  /** Resolves to true when the line is kept; only then is it taken off the screen. */
  readonly onKeep: (line: string) => Promise<boolean>
  /** What went wrong the last time, in a sentence. */
  readonly trouble?: string | null
  /** Under which name an unfinished line waits in this browser. */
  readonly draft: string
  /** What came from elsewhere, to begin with; behind what waits here already. */
  readonly given?: string
  readonly autoFocus?: boolean
  /** Shown with what is typed so far, under the line. */
  readonly renderTyped?: (line: string) => ReactNode
}

/** A line of ruled paper: who, and the one thing they said. Enter keeps it. */
export function CaptureLine(props: CaptureLineProps): ReactNode {
  // Another draft is another line.
  return <DraftLine key={props.draft} {...props} />
}

function DraftLine(props: CaptureLineProps): ReactNode {
  const { hint, onKeep, trouble, draft, autoFocus } = props
  const t = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const troubleId = useId()
  const [line, setLine] = useDraft(draft)
  const [busy, setBusy] = useState(false)

  const { given = '' } = props
  const taken = useRef('')
  useEffect(() => {
    if (given === '' || given === taken.current) return
    taken.current = given
    setLine((now) => (now.includes(given) ? now : `${now} ${given}`.trim()))
  }, [given, setLine])

  useEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])

  async function keep(): Promise<void> {
    const kept = line.trim()
    if (kept === '' || busy) return
    setBusy(true)
    const done = await onKeep(kept)
    setBusy(false)
    // What was typed meanwhile stays.
    if (done) setLine((now) => (now.trim() === kept ? '' : now))
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void keep()
  }

  function addMark(mark: Mark): void {
    setLine((now) => (now === '' || now.endsWith(' ') ? `${now}${mark} ` : `${now} ${mark} `))
    field.current?.focus()
  }

  return (
    <form onSubmit={(event) => (event.preventDefault(), void keep())}>
      <div className={styles.line}>
        <PenLine aria-hidden />
        <textarea
          ref={field}
          className={styles.input}
          rows={1}
          // A browser that restores its windows would keep what stands in fields, in the open.
          autoComplete="off"
          data-capture
          data-autofocus={autoFocus ? '' : undefined}
          aria-label={t('capture.label')}
          aria-keyshortcuts="n"
          aria-describedby={trouble ? troubleId : undefined}
          placeholder={hint}
          value={line}
          maxLength={20_000}
          enterKeyHint="done"
          onChange={(event) => setLine(event.currentTarget.value.replaceAll(/\r?\n/g, ' '))}
          onKeyDown={onKeyDown}
        />
        <span className={styles.marks}>
          <MarkHint mark={'"'} words={t('capture.quote')} onAdd={addMark} />
          <MarkHint mark=">" words={t('capture.promise')} onAdd={addMark} />
          <MarkHint mark="+" words={t('capture.meet')} onAdd={addMark} />
        </span>
        <Button type="submit" size="small" className={styles.keep} disabled={busy}>
          {t('capture.keep')}
        </Button>
      </div>
      {props.renderTyped?.(line)}
      {trouble ? (
        <p id={troubleId} role="status" className={styles.trouble}>
          {trouble}
        </p>
      ) : null}
    </form>
  )
}

interface MarkHintProps {
  readonly mark: Mark
  readonly words: string
  readonly onAdd: (mark: Mark) => void
}

function MarkHint({ mark, words, onAdd }: MarkHintProps): ReactNode {
  return (
    <>
      <button type="button" className={styles.mark} aria-label={words} onClick={() => onAdd(mark)}>
        {mark}
      </button>
      <span aria-hidden>{words}</span>
    </>
  )
}

type SetLine = (change: string | ((now: string) => string)) => void

/** A line that survives a closed tab: sealed in this browser at each key, before anything is sent. */
function useDraft(name: string): [string, SetLine] {
  const [line, setLine] = useState(() => openDraft(`line ${name}`) ?? '')
  const set: SetLine = (change) =>
    setLine((now) => {
      const next = typeof change === 'string' ? change : change(now)
      sealDraft(`line ${name}`, next)
      return next
    })
  return [line, set]
}
