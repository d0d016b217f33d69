import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { fold, wordsOf } from '../../kit/text.ts'
import { readReferral } from '../../notebook/notes/referral.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act, Rest } from '../ui/Button.tsx'
import type { Mark } from '../ui/marks.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { joined, Type } from '../ui/Type.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { shortDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Note, NoteLine } from './types.ts'
import { usePeopleCalled } from './use-people.ts'
import styles from './After.module.css'

const following: readonly Mark[] = ['>', '<', '+', '$', '?']

/** Promises with their days, people to meet, leads and questions: what the notes ask for. */
export function Follows({ note, wall }: { note: Note; wall: Wall }): ReactNode {
  const t = useWords()
  const lines = note.lines.filter(({ offRecord, said }) => !offRecord && said !== '')
  const own = following.flatMap((mark) =>
    lines.filter((line) => line.mark === mark).map((line) => ({ mark, line })),
  )
  return (
    <section>
      <SectionHead title={t('conversations.follows.title')} />
      {own.length === 0 ? <Type look="second">{t('conversations.follows.none')}</Type> : null}
      <ul>
        {own.map(({ mark, line }) => (
          <Following key={line.id} mark={mark} line={line} wall={wall} />
        ))}
      </ul>
    </section>
  )
}

function Following({ mark, line, wall }: WhatProps): ReactNode {
  const row = useRef<HTMLLIElement>(null)
  useKeptFocus(row, line.doneOn)
  return (
    <li ref={row} className={styles.follow}>
      <MarkSquare mark={mark} spoken />
      <span className={joined([styles.followWords, line.doneOn !== null && styles.done])}>
        {line.said}
      </span>
      <What mark={mark} line={line} wall={wall} />
    </li>
  )
}

interface WhatProps {
  readonly mark: Mark
  readonly line: NoteLine
  readonly wall: Wall
}

function What({ mark, line, wall }: WhatProps): ReactNode {
  if (mark === '+') return <ToMeet line={line} />
  if (mark === '>' || mark === '<') return <Promised line={line} wall={wall} />
  return null
}

function Promised({ line, wall }: { line: NoteLine; wall: Wall }): ReactNode {
  const t = useWords()
  const { id, said, due, doneOn } = line
  const settle = (how: 'done' | 'open') =>
    void carryOut(client.promises.settle, { line: id, how }, () =>
      t(how === 'done' ? 'conversations.follows.isDone' : 'conversations.follows.isOpen'),
    )
  if (doneOn !== null) {
    return (
      <>
        <span className={styles.day}>
          {t('conversations.follows.doneOn', { day: shortDay(doneOn, wall) })}
        </span>
        <Rest onClick={() => settle('open')}>{t('conversations.follows.again')}</Rest>
      </>
    )
  }
  return (
    <>
      <span className={styles.day}>
        {due === null ? t('conversations.follows.noDay') : shortDay(due, wall)}
      </span>
      <Act
        aria-label={t('conversations.follows.doneLabel', { text: said })}
        onClick={() => settle('done')}
      >
        {t('conversations.follows.done')}
      </Act>
    </>
  )
}

/** Somebody to meet: in the notebook already, or added from the line. */
function ToMeet({ line }: { line: NoteLine }): ReactNode {
  const t = useWords()
  const { id } = useParams({ strict: false })
  const name = readReferral(line.said).name
  const found = usePeopleCalled(name ?? '')
  const known = found.find((person) => fold(person.name) === fold(name ?? ''))
  // Where several may be meant, adding one more has to be said.
  const fresh = found.filter((person) => bearsAll(person.name, name ?? '')).length > 1
  if (known) {
    return (
      <>
        {line.speaker === null ? null : (
          <Link
            to="/giving/introduce"
            search={{
              person: known.id,
              through: line.speaker.id,
              ...(id ? { conversation: id } : {}),
            }}
            className={styles.link}
          >
            {t('giving.askFor')}
          </Link>
        )}
        <Link to="/people/$id" params={{ id: known.id }} className={styles.link}>
          {t('conversations.follows.there')}
        </Link>
      </>
    )
  }
  return (
    <Act
      onClick={() =>
        void carryOut(client.conversations.meet, { line: line.id, fresh }, (person) =>
          t('conversations.follows.added', { name: person.name }),
        )
      }
    >
      {name === null
        ? t('conversations.follows.addSomebody')
        : t(fresh ? 'conversations.follows.addNew' : 'conversations.follows.add', { name })}
    </Act>
  )
}

function bearsAll(name: string, called: string): boolean {
  const own = wordsOf(name)
  return wordsOf(called).every((word) => own.includes(word))
}
