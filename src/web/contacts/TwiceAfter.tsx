import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { beginAgain } from './bringing.ts'

/** After people came in: who of them may have been there already, or may be looked for. */
export function TwiceAfter(): ReactNode {
  const t = useWords()
  const { data } = useAnswer(client.contacts.review, { limit: 1 })
  if (!data) return null
  const { total, looked, peopleSince } = data.counts
  if (total === 0 && looked !== null && peopleSince === 0) return null
  return (
    <ButtonLink to="/twice" onClick={beginAgain}>
      {total > 0
        ? capitalized(t('contacts.brought.twice', { count: total }))
        : t('contacts.brought.lookThrough')}
    </ButtonLink>
  )
}
