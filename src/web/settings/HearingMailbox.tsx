import type { ReactNode } from 'react'
import type { HearingAccount } from '../../notebook/mail/account.ts'
import { readAnew } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Row } from '../ui/Row.tsx'
import { dayAndClock, whenInWords } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { StopHearing } from './StopHearing.tsx'
import { useMailTrial } from './use-mail-trial.ts'
import styles from './Settings.module.css'

interface HearingMailboxProps {
  readonly account: HearingAccount
  readonly lookedAt: string | null
  /** Why it cannot be looked into, in a sentence. */
  readonly trouble: string | null
  readonly onChange: () => void
}

/** The mailbox as it is set, when it was last looked into, and what is wrong with it. */
export function HearingMailbox(props: HearingMailboxProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { account, lookedAt, trouble, onChange } = props
  const { folder, host, user } = account
  const { says, isTrying, tryIt } = useMailTrial({
    keep: client.mail.hear,
    knock: client.mail['try-hearing'],
  })
  const told = says ?? trouble
  function lookedInWords(): string {
    if (lookedAt === null) return t('settings.hearing.unseen')
    const { day, clock } = dayAndClock(lookedAt, wall.zone)
    return t('settings.hearing.looked', { day: whenInWords(t, day, clock, wall) })
  }
  return (
    <>
      <Row name={t('settings.hearing.at', { folder, host })}>
        {`${t('settings.hearing.as', { user })} ${lookedInWords()}`}
      </Row>
      <p role="status" className={told === null ? undefined : styles.trouble}>
        {told}
      </p>
      <div className={styles.acts}>
        <Button disabled={isTrying} onClick={() => void tryIt(host).then(() => readAnew())}>
          {t('settings.hearing.again')}
        </Button>
        <Button onClick={onChange}>{t('settings.hearing.change')}</Button>
        <StopHearing host={host} />
      </div>
    </>
  )
}
