import { type ReactNode, useRef, useState } from 'react'
import { Button, Rest } from '../ui/Button.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './InPlace.module.css'

interface InPlaceProps {
  /** What it is, as its heading says: "What links you". */
  readonly what: string
  readonly text: string
  /** Said where nothing is written yet: what belongs here. */
  readonly empty: string
  readonly hint?: string
  /** False after a refusal: then what was written stays open. */
  readonly onKeep: (text: string) => Promise<boolean>
  /** How it is shown; as paragraphs unless told otherwise. */
  readonly children?: ReactNode
}

/** Words one reads, and changes where they stand. */
export function InPlace(props: InPlaceProps): ReactNode {
  const { what, text, empty, onKeep, children } = props
  const t = useWords()
  const [draft, setDraft] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)

  async function keep(): Promise<void> {
    if (draft === null) return
    if (draft.trim() === text.trim() || (await onKeep(draft.trim()))) leave()
  }

  function leave(): void {
    setDraft(null)
    // The button is drawn again first.
    requestAnimationFrame(() => opener.current?.focus())
  }

  if (draft === null) {
    return (
      <div className={styles.shown}>
        {text === '' ? (
          <Type look="second" className={styles.empty}>
            {empty}
          </Type>
        ) : (
          (children ?? (
            <Type look="read" className={styles.text}>
              {text}
            </Type>
          ))
        )}
        <Rest
          className={styles.opener}
          ref={opener}
          aria-label={t(
            text === '' ? 'conversations.before.writeOf' : 'conversations.before.changeOf',
            {
              what,
            },
          )}
          onClick={() => setDraft(text)}
        >
          {t(text === '' ? 'conversations.before.write' : 'conversations.before.change')}
        </Rest>
      </div>
    )
  }
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
      <TextArea
        serif
        quietLabel
        label={what}
        hint={props.hint}
        value={draft}
        autoFocus
        onChange={setDraft}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep()
        }}
      />
      <div className={styles.acts}>
        <Button type="submit" size="small">
          {t('conversations.before.keep')}
        </Button>
        <Button look="quiet" size="small" onClick={leave}>
          {t('conversations.before.leave')}
        </Button>
      </div>
    </form>
  )
}
