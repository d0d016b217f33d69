import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { useWords } from '../words/words.ts'
import { ForgetMail } from './ForgetMail.tsx'
import { Hearing } from './Hearing.tsx'
import { MailForm } from './MailForm.tsx'
import { Answered, PartHead } from './PartHead.tsx'

/** The owner's own mail account, by which letters go, and the mailbox in which answers are heard. */
export function MailPart(): ReactNode {
  const t = useWords()
  const mail = useAnswer(client.mail.show, {})
  const settings = useAnswer(client.settings.show, {})
  return (
    <>
      <PartHead part="mail" lead={t('settings.mail.lead')} />
      <Answered answer={settings}>
        {({ name }) => (
          <Answered answer={mail}>
            {({ account }) => (
              <>
                <MailForm account={account} name={name} />
                {account === null ? null : <ForgetMail address={account.address} />}
                <Hearing sending={account} />
              </>
            )}
          </Answered>
        )}
      </Answered>
    </>
  )
}
