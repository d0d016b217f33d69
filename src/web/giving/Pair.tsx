import type { ReactNode } from 'react'
import { type Side, sides } from '../../craft/introductions/introduction.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { PersonName } from '../ui/PersonName.tsx'
import { Plate } from '../ui/Plate.tsx'
import { joined } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { calledIn, isTied, sideInWords } from './sides.ts'
import type { Introduction } from './types.ts'
import styles from './Pair.module.css'

interface PairProps {
  readonly introduction: Introduction
  readonly wall: Wall
}

/** Two plates, two half-threads, a knot: each half is tied when that side says yes. A refusal looks like silence. */
export function Pair({ introduction, wall }: PairProps): ReactNode {
  const { me } = introduction
  const [left, right] = me === 'target' ? (['target', 'requester'] as const) : sides
  const isKnotted = isTied(introduction, 'requester') && isTied(introduction, 'target')
  return (
    <div className={styles.pair}>
      <OneSide introduction={introduction} side={left} wall={wall} />
      <Half tied={isTied(introduction, left)} />
      <span aria-hidden className={joined([styles.knot, isKnotted && styles.tied])} />
      <Half tied={isTied(introduction, right)} />
      <OneSide introduction={introduction} side={right} wall={wall} end />
    </div>
  )
}

function Half({ tied }: { tied: boolean }): ReactNode {
  return <span aria-hidden className={joined([styles.half, tied && styles.yes])} />
}

interface SideProps extends PairProps {
  readonly side: Side
  readonly end?: boolean
}

function OneSide({ introduction, side, wall, end = false }: SideProps): ReactNode {
  const t = useWords()
  const name = calledIn(t, introduction, side)
  const person = introduction.people[side]
  const isMe = introduction.me === side
  const mine = useAnswer(client.settings.show, {}).data?.name
  const plate = isMe ? 'wine' : isTied(introduction, side) ? 'solid' : 'broken'
  return (
    <span className={joined([styles.side, end && styles.end])}>
      <Plate name={isMe ? mine || name : name} rim={plate} />
      <span className={styles.who}>
        {person?.id ? <PersonName id={person.id} name={name} /> : name}
        <span className={styles.mark}>{sideInWords(t, introduction, side, wall)}</span>
      </span>
    </span>
  )
}
