import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { FieldShown } from './types.ts'
import styles from './Field.module.css'

/** What the owner wrote of the field itself; also what was written of a field that was merged into it. */
export function FieldNotes({ field }: { field: FieldShown }): ReactNode {
  const t = useWords()
  if (field.notes.length === 0) return null
  return (
    <section className={styles.open}>
      <SectionHead title={t('fields.notes.title')} />
      {field.notes.map((note) => (
        <FieldNote
          key={note.field}
          id={note.field}
          before={note.field === field.id ? null : note.name}
        />
      ))}
    </section>
  )
}

/** `before` is the name under which it was written. */
function FieldNote({ id, before }: { id: string; before: string | null }): ReactNode {
  const t = useWords()
  const note = useAnswer(client.notes.show, { kind: 'field', id })
  if (!note.data || note.data.text.trim() === '') return null
  return (
    <div className={styles.note}>
      {before === null ? null : (
        <Type look="quiet" as="p">
          {t('fields.notes.before', { name: before })}
        </Type>
      )}
      <Type look="read" className={styles.noteWords}>
        {note.data.text}
      </Type>
    </div>
  )
}
