import type { ReactNode } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import type { Part } from './parts.ts'
import styles from './Settings.module.css'

/** How a part begins: its name, and what it is for. */
export function PartHead({ part, lead }: { part: Part; lead: string }): ReactNode {
  const t = useWords()
  return (
    <header className={styles.part}>
      <Type look="h2">{t(`settings.part.${part}`)}</Type>
      <Type look="lead">{lead}</Type>
    </header>
  )
}

interface AnsweredProps<Answer> {
  readonly answer: { readonly data: Answer | undefined; readonly error: unknown }
  readonly children: (answer: Answer) => ReactNode
}

/** What was asked for, once it is here; until then quiet lines, and after a refusal its sentence. */
export function Answered<Answer>({ answer, children }: AnsweredProps<Answer>): ReactNode {
  if (answer.data !== undefined) return children(answer.data)
  if (!answer.error) return <Waiting lines={5} />
  return (
    <p role="alert" className={styles.trouble}>
      {refusalInWords(answer.error)}
    </p>
  )
}
