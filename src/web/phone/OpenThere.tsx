import { type ReactNode, useState } from 'react'
import { clockIn } from '../../kit/days.ts'
import { sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Copied } from '../ui/Copied.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { QrCode } from './QrCode.tsx'
import styles from './Phone.module.css'

type Invitation = Awaited<ReturnType<typeof client.access.invite>>

/** A code that opens the notebook on another device and signs it in, once. Made only when it is asked for. */
export function OpenThere({ address }: { address: string }): ReactNode {
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
  const opens = invitation === null ? null : `${address}/?token=${invitation.token}`
  return (
    <li className={styles.step}>
      <Type look="h3" as="h4">
        {t('phone.open.title')}
      </Type>
      <Type look="second">{t('phone.open.why')}</Type>
      <div role="status">
        {invitation === null || opens === null ? null : (
          <>
            <QrCode text={opens} label={t('phone.open.code', { address })} />
            <Type look="second">
              {t('phone.open.until', { clock: clockIn(wall.zone, invitation.expiresAt) })}
            </Type>
            <Copied label={t('settings.access.address')} text={opens} />
          </>
        )}
      </div>
      <div className={styles.acts}>
        <Button look={opens === null ? 'filled' : 'outline'} onClick={() => void invite()}>
          {t(opens === null ? 'phone.open.make' : 'phone.open.another')}
        </Button>
      </div>
    </li>
  )
}
