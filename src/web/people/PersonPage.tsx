import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { isUnknown } from '../shell/refusal.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { Between } from './Between.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { NextCard } from './NextCard.tsx'
import { PersonHead } from './PersonHead.tsx'
import styles from './Person.module.css'

/** One person: what they agreed to, what comes next, what has been between you, what you know. */
export function PersonPage(): ReactNode {
  const { id = '' } = useParams({ strict: false })
  const wall = useWall()
  const person = useAnswer(client.people.show, { id })
  const between = useAnswer(client.people.between, { id })
  if (person.error && (!person.data || isUnknown(person.error))) throw person.error
  if (!person.data) {
    return (
      <div className={styles.pane}>
        <Waiting lines={7} />
      </div>
    )
  }
  const happenings = between.data?.happenings ?? []
  const spoke = happenings.some(({ what }) => what === 'spoke' || what === 'met')
  return (
    <article key={id} className={styles.pane}>
      <PersonHead person={person.data} spoke={spoke} wall={wall} />
      {between.data?.next ? (
        <NextCard name={person.data.name} next={between.data.next} wall={wall} />
      ) : null}
      <div className={styles.columns}>
        <Between between={between.data ?? null} elsewhere={person.data.lastExchange} wall={wall} />
        <Facts person={person.data} wall={wall} />
      </div>
      <History person={person.data} wall={wall} />
    </article>
  )
}
