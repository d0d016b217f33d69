import { Link } from '@tanstack/react-router'
import { Handshake, Mail, MessagesSquare, UserRoundPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Quote } from '../ui/Quote.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { shortDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { elsewhereInWords } from './elsewhere-words.ts'
import { happeningInWords, saidInWords, surroundingsInWords } from './happening-words.ts'
import type { BetweenYou, Happening, Person } from './shapes.ts'
import styles from './Person.module.css'

interface BetweenProps {
  /** Null while it is on its way. */
  readonly between: BetweenYou | null
  /** What calendars and mail tell of, the last of it. */
  readonly elsewhere: Person['lastExchange']
  readonly wall: Wall
}

/** What has been between you, the newest first. */
export function Between({ between, elsewhere, wall }: BetweenProps): ReactNode {
  const t = useWords()
  return (
    <section>
      <SectionHead title={t('people.between.title')} aside={t('people.between.order')} as="h2" />
      {elsewhere === null ? null : (
        <Type look="quiet" as="p" className={styles.elsewhere}>
          {elsewhereInWords(t, elsewhere, wall)}
        </Type>
      )}
      {between === null ? <Waiting lines={5} /> : <Told between={between} wall={wall} />}
    </section>
  )
}

function Told({ between, wall }: { between: BetweenYou; wall: Wall }): ReactNode {
  const t = useWords()
  if (between.happenings.length === 0) {
    return (
      <Type look="lead" className={styles.nothing}>
        {t('people.between.nothing')}
      </Type>
    )
  }
  return (
    <>
      <ol>
        {between.happenings.map((happening) => (
          <Item key={keyOf(happening)} happening={happening} wall={wall} />
        ))}
      </ol>
      {between.more ? <Type look="quiet">{t('people.between.more')}</Type> : null}
    </>
  )
}

function keyOf({ what, conversation, line, step }: Happening): string {
  return `${what} ${line ?? step ?? conversation}`
}

function Item({ happening, wall }: { happening: Happening; wall: Wall }): ReactNode {
  const t = useWords()
  const around = surroundingsInWords(t, happening)
  const said = saidInWords(t, happening)
  return (
    <li className={styles.happening}>
      <time className={styles.when} dateTime={happening.day}>
        {shortDay(happening.day, wall)}
      </time>
      <span className={styles.icon} aria-hidden>
        <Sign what={happening.what} />
      </span>
      <div>
        <What happening={happening} />
        {around === '' ? null : `, ${around}`}
        {happening.quote === null ? null : <Quote bare words={happening.quote} />}
        {said === '' ? null : (
          <Type look="quiet" as="p">
            {said}
          </Type>
        )}
      </div>
    </li>
  )
}

/** A conversation leads to its notes, a person to meet to their page. */
function What({ happening }: { happening: Happening }): ReactNode {
  const t = useWords()
  const words = happeningInWords(t, happening)
  const { what, conversation, person } = happening
  if ((what === 'spoke' || what === 'met') && conversation !== null) {
    return (
      <Link to="/conversations/$id/during" params={{ id: conversation }} className={styles.talk}>
        {words}
      </Link>
    )
  }
  if (person === null) return words
  return (
    <Link to="/people/$id" params={{ id: person }}>
      {words}
    </Link>
  )
}

function Sign({ what }: { what: string }): ReactNode {
  if (what === 'spoke' || what === 'met') return <MessagesSquare />
  if (what === 'referral') return <UserRoundPlus />
  return what === 'mine' || what === 'theirs' ? <Handshake /> : <Mail />
}
