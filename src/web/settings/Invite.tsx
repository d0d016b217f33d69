import { type ReactNode, useState } from 'react'
import { clockIn } from '../../kit/days.ts'
import { sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Copied } from '../ui/Copied.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './Settings.module.css'

type Invitation = Awaited<ReturnType<typeof client.access.invite>>

/** A one-time address for another browser. */
export function Invite(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  async function invite(): Promise<void> {
    try {
      setInvitation(await client.access.invite({}))
    } catch (error) {
      sayRefused(error)
    }
  }
  return (
    <div className={styles.acts}>
      <Button onClick={() => void invite()}>{t('settings.access.invite')}</Button>
      {invitation === null ? null : (
        <div className={styles.secret} role="status">
          <Type look="second">
            {t('settings.access.inviteWhy', { clock: clockIn(wall.zone, invitation.expiresAt) })}
          </Type>
          <Copied
            label={t('settings.access.address')}
            text={`${location.origin}/?token=${invitation.token}`}
          />
        </div>
      )}
    </div>
  )
}
