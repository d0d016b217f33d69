import type { ReactNode } from 'react'
import type { Captured } from '../../notebook/notes/capture.ts'
import { type Corrections, whoIs } from '../notes/capture-corrections.ts'
import { useWords } from '../words/words.ts'
import { useAnswer } from './answers.ts'
import { client } from './server.ts'
import styles from './WhoIsIt.module.css'

type Who = NonNullable<Corrections['who']>['is']

interface WhoIsItProps {
  readonly name: string
  readonly captured: Captured
  readonly corrections: Corrections
  readonly onCorrect: (corrections: Corrections) => void
}

/** Far more than one would choose between in a line; a name that more bear is asked about once the line is kept. */
const offered = 3

/** Whom the line means: one tap says that they are known, somebody new, or nobody at all. */
export function WhoIsIt({ name, captured, corrections, onCorrect }: WhoIsItProps): ReactNode {
  const t = useWords()
  const isNamed = captured.people[0]?.name !== null
  const found = useAnswer(client.people.find, { text: name, limit: offered }).data?.people ?? []
  const known = isNamed ? found.slice(0, offered) : []
  const said = whoIs(corrections, captured)
  const [only] = known
  const now: Who =
    said !== 'as-read'
      ? said
      : known.length === 0
        ? 'new'
        : only && known.length === 1
          ? { id: only.id }
          : 'as-read'
  const say = (is: Who): void => onCorrect({ ...corrections, who: { name, is } })
  return (
    <span className={styles.who} role="group" aria-label={t('capture.who', { name })}>
      {known.map(({ id, name: own, line }) => (
        <Answer key={id} on={typeof now === 'object' && now.id === id} onSay={() => say({ id })}>
          {[own, line].filter(Boolean).join(', ')}
        </Answer>
      ))}
      <Answer on={now === 'new'} onSay={() => say('new')}>
        {t('capture.whoNew')}
      </Answer>
      <Answer on={now === 'nobody'} onSay={() => say('nobody')}>
        {t('capture.whoNobody')}
      </Answer>
    </span>
  )
}

interface AnswerProps {
  readonly on: boolean
  readonly onSay: () => void
  readonly children: ReactNode
}

function Answer({ on, onSay, children }: AnswerProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.answer}
      aria-pressed={on}
      // The keyboard of the phone stays up: the cursor does not leave the line.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onSay}
    >
      {children}
    </button>
  )
}
