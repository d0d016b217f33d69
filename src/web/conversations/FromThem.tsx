import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { dayAndClock, startInWords, type Wall } from '../words/dates.ts'
import { useWords, type Words } from '../words/words.ts'
import { OpenMail } from './OpenMail.tsx'
import type { Conversation } from './types.ts'
import { nearDayOf } from './when-words.ts'
import styles from './Meeting.module.css'

interface FromThemProps {
  readonly conversation: Conversation
  readonly wall: Wall
}

type Done = Conversation['fromThem'][number]

/** What they did on their own page, or wrote, the latest first. */
export function FromThem({ conversation, wall }: FromThemProps): ReactNode {
  const t = useWords()
  const { id, fromThem, people } = conversation
  if (fromThem.length === 0) return null
  return (
    <section>
      <SectionHead title={t('conversations.fromThem.title')} />
      <ul className={styles.list}>
        {fromThem.toReversed().map((one) => (
          <li key={`${one.what} ${one.mail?.message ?? one.at}`}>
            <span className={styles.words}>
              {doneInWords(t, one, wall)}
              {one.words ? ` “${one.words}”` : null}
              {people.length > 1 ? ` (${nameOf(people, one)})` : null}
            </span>
            <span className={styles.own}>
              {nearDayOf(t, dayAndClock(one.at, wall.zone).day, wall)}
            </span>
            {one.mail ? (
              <OpenMail conversation={id} message={one.mail.message} name={nameOf(people, one)} />
            ) : null}
            {one.what === 'forget' ? (
              <Link to="/people/$id" params={{ id: one.person }}>
                {t('conversations.fromThem.open')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {fromThem.some(({ isSeen }) => !isSeen) ? (
        <Act
          onClick={() =>
            void carryOut(client.conversations.seen, { id }, () =>
              t('conversations.fromThem.isSeen'),
            )
          }
        >
          {t('conversations.fromThem.seen')}
        </Act>
      ) : null}
    </section>
  )
}

function nameOf(people: Conversation['people'], { person }: Done): string {
  return people.find(({ id }) => id === person)?.name ?? ''
}

function doneInWords(t: Words, one: Done, wall: Wall): string {
  if (one.what === 'chose' && one.start) {
    return t('conversations.fromThem.chose', { when: startInWords(t, one.start, wall) })
  }
  if (one.what === 'another-time') {
    const times = (one.times ?? []).map((start) => startInWords(t, start, wall))
    return times.length === 0
      ? t('conversations.fromThem.anotherTime')
      : t('conversations.fromThem.otherTimes', { times: times.join('; ') })
  }
  if (one.mail) {
    const { kind, subject, from, reason } = one.mail
    const address = from?.address ?? ''
    return t(`conversations.fromThem.wrote.${kind}`, { subject, address, reason: reason ?? '' })
  }
  if (one.what === 'naming') {
    return t(`conversations.fromThem.naming.${namingOf(one)}`)
  }
  return t(
    one.what === 'forget' ? 'conversations.fromThem.forget' : 'conversations.fromThem.declined',
  )
}

function namingOf({ naming }: Done): 'name' | 'role' | 'none' {
  return naming === 'name' || naming === 'role' ? naming : 'none'
}
