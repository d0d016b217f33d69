import { type ReactNode, useState } from 'react'
import type { MailAccount } from '../../notebook/mail/account.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { HearingForm } from './HearingForm.tsx'
import { HearingMailbox } from './HearingMailbox.tsx'
import { Answered } from './PartHead.tsx'
import styles from './Settings.module.css'

/** The mailbox in which answers are heard, what is read there, and how that is begun and ended. */
export function Hearing({ sending }: { readonly sending: MailAccount | null }): ReactNode {
  const t = useWords()
  const hearing = useAnswer(client.mail.hearing, {})
  const [opened, setOpened] = useState(false)
  const open = () => setOpened(true)
  const close = () => setOpened(false)
  return (
    <section className={styles.block}>
      <SectionHead title={t('settings.hearing.title')} as="h3" />
      <div className={styles.told}>
        <Type look="read">{t('settings.hearing.lead')}</Type>
        <Type look="second">{t('settings.hearing.what')}</Type>
        <Type look="second">{t('settings.hearing.words')}</Type>
      </div>
      <Answered answer={hearing}>
        {({ account, lookedAt, trouble }) => (
          <>
            {account === null ? (
              <div className={styles.acts}>
                <Button onClick={open}>{t('settings.hearing.set')}</Button>
              </div>
            ) : (
              <HearingMailbox
                account={account}
                lookedAt={lookedAt}
                trouble={trouble}
                onChange={open}
              />
            )}
            <Panel opened={opened} onClose={close} title={t('settings.hearing.formTitle')}>
              <HearingForm account={account} sending={sending} onLetIn={close} />
            </Panel>
          </>
        )}
      </Answered>
    </section>
  )
}
