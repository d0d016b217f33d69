import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import { clockIn } from '../../kit/days.ts'
import { announce } from '../ui/LiveRegion.tsx'
import { StripeProgress } from '../ui/Stripe.tsx'
import { dayAndClock, longDay, type Wall, whenInWords } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { minutesInWords } from './minutes-words.ts'
import { talkClock } from './talk-clock.ts'
import type { Conversation, Step } from './types.ts'
import styles from './During.module.css'

interface TalkTimerProps {
  readonly conversation: Conversation
  readonly wall: Wall
}

interface StandingProps {
  readonly conversation: Conversation
  readonly children: ReactNode
}

/** The minutes one asked for, as a stripe; a conversation that is over only says when it was. */
export const TalkTimer = memo(function Timer({ conversation, wall }: TalkTimerProps): ReactNode {
  const t = useWords()
  const { state, steps, minutes, heldOn } = conversation
  const began = steps.findLast(({ kind }) => kind === 'started')
  if (state === 'started' && began) {
    return <Running conversation={conversation} began={began.at} wall={wall} />
  }
  return (
    <Standing conversation={conversation}>
      {heldOn === null
        ? t('conversations.during.notRunning', { minutes: minutesInWords(t, minutes) })
        : t('conversations.during.spokeOn', { day: longDay(heldOn, wall) })}
    </Standing>
  )
})

/** A clock that does not run: one sentence, and what they said to notes. */
function Standing({ conversation, children }: StandingProps): ReactNode {
  const t = useWords()
  return (
    <div className={styles.clock}>
      <p className={styles.clockWords}>
        {children}{' '}
        <span className={styles.consent}>
          {t(`conversations.during.consent.${conversation.consent.notes}`)}
        </span>
      </p>
    </div>
  )
}

/** Milliseconds: in so many the stripe grows by a few pixels, and no key waits for more. */
const tick = 10_000

function Running({ conversation, began, wall }: TalkTimerProps & { began: Step['at'] }): ReactNode {
  const t = useWords()
  const { minutes, consent } = conversation
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tick)
    return () => clearInterval(timer)
  }, [])

  const clock = talkClock(began, minutes, now)
  useTimeToClose(clock.isTimeToClose, minutes)
  if (clock.isLeft) {
    const since = dayAndClock(began, wall.zone)
    return (
      <Standing conversation={conversation}>
        {t('conversations.during.begun', { when: whenInWords(t, since.day, since.clock, wall) })}
      </Standing>
    )
  }
  return (
    <div className={styles.clock}>
      <StripeProgress
        part={clock.part}
        mark={clock.closePart}
        label={t('conversations.during.ofSpoken', { minute: clock.minute, minutes })}
      />
      <div className={styles.clockWords}>
        <span>
          <Minutes minute={clock.minute} minutes={minutes} />{' '}
          <span className={styles.consent}>
            {t('conversations.during.since', { clock: clockIn(wall.zone, began) })}{' '}
            {t(`conversations.during.consent.${consent.notes}`)}
          </span>
        </span>
        <span className={styles.close} data-now={clock.isTimeToClose ? '' : undefined}>
          {t('conversations.during.close')}
        </span>
      </div>
    </div>
  )
}

function Minutes({ minute, minutes }: { minute: number; minutes: number }): ReactNode {
  const t = useWords()
  const [before = '', after = ''] = t('conversations.during.of', {
    minute: '\u0000',
    minutes,
  }).split('\u0000')
  return (
    <span className={styles.minutes}>
      {before}
      <b>{minute}</b>
      {after}
    </span>
  )
}

/** Spoken once, when it becomes time; not to who opens the page later. */
function useTimeToClose(isTimeToClose: boolean, minutes: number): void {
  const t = useWords()
  const wasTime = useRef(isTimeToClose)
  useEffect(() => {
    if (!isTimeToClose || wasTime.current) return
    wasTime.current = true
    announce(
      t(minutes >= 15 ? 'conversations.during.closeSpoken' : 'conversations.during.closeShort'),
    )
  }, [isTimeToClose, minutes, t])
}
