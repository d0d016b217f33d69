import { type ReactNode, useState } from 'react'
import { HandedOut } from '../phone/HandedOut.tsx'
import { readAnew, useAnswer } from '../shell/answers.ts'
import { carryOut, sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button, Rest } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { dayAndClock, longDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Conversation } from './types.ts'
import styles from './Meeting.module.css'

interface TheirPageProps {
  readonly conversation: Conversation
  readonly wall: Wall
}

/** The page of the other side: made, copied once, closed. */
export function TheirPage({ conversation, wall }: TheirPageProps): ReactNode {
  const t = useWords()
  const { id, people } = conversation
  const { data } = useAnswer(client.links.list, { thing: id })
  const [made, setMade] = useState<string | null>(null)
  const links = (data?.links ?? []).filter(({ open }) => open)

  async function make(person: string): Promise<void> {
    try {
      setMade((await client.links.make({ conversation: id, person })).path)
      void readAnew()
    } catch (error) {
      sayRefused(error)
    }
  }

  return (
    <details className={styles.part}>
      <summary>{t('conversations.theirPage.title')}</summary>
      <Type look="second">{t('conversations.theirPage.lead')}</Type>
      {made === null ? null : (
        <HandedOut
          path={made}
          label={t('conversations.theirPage.address')}
          once={t('conversations.theirPage.once')}
          onlyHere={t('conversations.theirPage.onlyHere')}
        />
      )}
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={link.id}>
            <span className={styles.words}>
              {t('conversations.theirPage.open', {
                name: link.person?.name ?? '',
                day: longDay(dayAndClock(link.expiresAt, wall.zone).day, wall),
              })}
            </span>
            <Rest
              onClick={() => {
                setMade(null)
                void carryOut(client.links.revoke, { id: link.id }, () =>
                  t('conversations.theirPage.isClosed'),
                )
              }}
            >
              {t('conversations.theirPage.close')}
            </Rest>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        {people.map(({ id: person, name }) => (
          <Button key={person} size="small" onClick={() => void make(person)}>
            {people.length > 1
              ? t('conversations.theirPage.makeFor', { name })
              : t('conversations.theirPage.make')}
          </Button>
        ))}
      </div>
    </details>
  )
}
