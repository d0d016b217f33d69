import { type ReactNode, useState } from 'react'
import { isMailAddress, type MailAccount } from '../../notebook/mail/account.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { noSecret } from './door-draft.ts'
import { draftOf, inputOf, isMinutes, isWhole, type MailDraft } from './mail-draft.ts'
import { MailDoorFields } from './MailDoorFields.tsx'
import { useMailTrial } from './use-mail-trial.ts'
import styles from './Settings.module.css'

interface MailFormProps {
  readonly account: MailAccount | null
  /** The owner's name, as the settings have it. */
  readonly name: string
}

/** What a mail program asks for too; kept and tried in one press. */
export function MailForm({ account, name }: MailFormProps): ReactNode {
  const t = useWords()
  const [draft, setDraft] = useState<MailDraft>(() => draftOf(account, name))
  const { says, isTrying, keepAndTry, tryIt } = useMailTrial({
    keep: client.mail.set,
    knock: client.mail.try,
  })
  const change = (some: Partial<MailDraft>) => setDraft((now) => ({ ...now, ...some }))
  const { address, minutes } = draft
  const isStrange = address.trim() !== '' && !isMailAddress(address.trim())
  async function keep(): Promise<void> {
    const done = await keepAndTry(inputOf(draft), draft.host)
    if (done !== 'refused') change(noSecret)
  }
  return (
    <form
      className={styles.form}
      autoComplete="off"
      onSubmit={(event) => (event.preventDefault(), void keep())}
    >
      <TextField
        label={t('settings.mail.name')}
        serif
        value={draft.name}
        onChange={(text) => change({ name: text })}
        maxLength={200}
      />
      <TextField
        label={t('settings.mail.address')}
        type="email"
        trouble={isStrange ? t('settings.mail.addressWrong') : null}
        value={address}
        onChange={(text) => change({ address: text })}
        maxLength={254}
      />
      <MailDoorFields draft={draft} purpose="out" isKept={account !== null} onChange={change} />
      <TextField
        label={t('settings.mail.minutes')}
        inputMode="numeric"
        trouble={isMinutes(minutes) ? null : t('settings.mail.minutesWrong')}
        value={minutes}
        onChange={(text) => change({ minutes: text })}
        maxLength={2}
      />
      <div className={styles.acts}>
        <Button look="filled" type="submit" disabled={!isWhole(draft) || isTrying}>
          {t('settings.mail.keep')}
        </Button>
        {account === null ? null : (
          <Button disabled={isTrying} onClick={() => void tryIt(account.host)}>
            {t('settings.mail.again')}
          </Button>
        )}
      </div>
      <p role="status" className={says === null ? undefined : styles.trouble}>
        {says}
      </p>
    </form>
  )
}
