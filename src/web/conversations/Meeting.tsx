import type { ReactNode } from 'react'
import type { Wall } from '../words/dates.ts'
import { CalendarReply } from './CalendarReply.tsx'
import { FromThem } from './FromThem.tsx'
import { OfferTimes } from './OfferTimes.tsx'
import { TheirPage } from './TheirPage.tsx'
import type { Conversation } from './types.ts'
import styles from './Meeting.module.css'

interface MeetingProps {
  readonly conversation: Conversation
  readonly wall: Wall
}

/** How the two come to a time: what is offered, the page of the other side, and what was done there. */
export function Meeting({ conversation, wall }: MeetingProps): ReactNode {
  const { people, mayFollow, fromThem } = conversation
  const mayOffer = mayFollow.includes('scheduled')
  if (people.length === 0 || !(mayOffer || fromThem.length > 0)) return null
  return (
    <div className={styles.meeting}>
      <FromThem conversation={conversation} wall={wall} />
      {mayOffer ? <OfferTimes conversation={conversation} wall={wall} /> : null}
      <TheirPage conversation={conversation} wall={wall} />
      {conversation.start === null ? null : <CalendarReply wall={wall} />}
    </div>
  )
}
