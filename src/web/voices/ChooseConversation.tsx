import { type ReactNode, useState } from 'react'
import { wordsOf } from '../../kit/text.ts'
import { alike } from '../../notebook/people/name-search.ts'
import { namesInWords } from '../conversations/names.ts'
import type { ConversationRow } from '../conversations/types.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Act } from '../ui/Button.tsx'
import { Row } from '../ui/Row.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { longDay } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import styles from './Elsewhere.module.css'

interface ChooseConversationProps {
  readonly isBusy: boolean
  readonly onChoose: (conversation: string) => void
}

const most = 6

/** The latest conversations, and by a name those before. */
export function ChooseConversation({ isBusy, onChoose }: ChooseConversationProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [typed, setTyped] = useState('')
  const { data } = useAnswer(client.conversations.list, { limit: 200 })
  const all = data?.conversations ?? []
  const name = ({ people }: ConversationRow): string =>
    people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')
  const found = all.filter((row) => isCalled(name(row), typed)).slice(0, most)
  return (
    <div className={styles.choosing}>
      <Type look="h4" as="h2">
        {t('voices.share.which')}
      </Type>
      <TextField
        label={t('voices.share.find')}
        value={typed}
        onChange={setTyped}
        // A browser that restores its windows would keep what stands in fields, in the open.
        autoComplete="off"
      />
      <ul className={styles.waiting}>
        {found.map((row) => (
          <Row
            key={row.id}
            as="li"
            name={name(row)}
            act={
              <Act
                disabled={isBusy}
                aria-label={t('voices.share.putWith', { name: name(row) })}
                onClick={() => onChoose(row.id)}
              >
                {t('voices.share.put')}
              </Act>
            }
          >
            {row.lastDay === null ? '' : longDay(row.lastDay, wall)}
          </Row>
        ))}
      </ul>
      {data && found.length === 0 ? <Type look="second">{t('voices.share.noneFound')}</Type> : null}
    </div>
  )
}

function isCalled(name: string, typed: string): boolean {
  const words = wordsOf(name)
  return wordsOf(typed).every((one) => words.some((word) => alike(one, word)))
}
