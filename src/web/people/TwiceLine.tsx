import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { ActLink } from '../ui/Button.tsx'
import { capitalized, useWords } from '../words/words.ts'
import styles from './People.module.css'

/** Who may stand in the list twice, while there is somebody. */
export function TwiceLine(): ReactNode {
  const t = useWords()
  const { data } = useAnswer(client.contacts.review, { limit: 1 })
  const count = data?.counts.total ?? 0
  if (count === 0) return null
  return (
    <p className={styles.twice}>
      <ActLink to="/twice">{capitalized(t('people.twice', { count }))}</ActLink>
    </p>
  )
}
