import { type ReactNode, useState } from 'react'
import { isMailAddress, type MailAccount, securities } from '../../notebook/mail/account.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { draftOf, inputOf, isMinutes, isWhole, type MailDraft, withSecurity } from './mail-draft.ts'
import { MailSecret } from './MailSecret.tsx'
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
  const { says, isTrying, keepAndTry, tryIt } = useMailTrial()
  const change = (some: Partial<MailDraft>) => setDraft((now) => ({ ...now, ...some }))
  const { address, minutes, security } = draft
  const isStrange = address.trim() !== '' && !isMailAddress(address.trim())
  async function keep(): Promise<void> {
    const isKept = await keepAndTry(inputOf(draft), draft.host)
    if (isKept) change({ password: '', refreshToken: '', clientSecret: '' })
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
      <TextField
        label={t('settings.mail.host')}
        hint={t('settings.mail.hostHint')}
        value={draft.host}
        onChange={(host) => change({ host })}
        maxLength={253}
        spellCheck={false}
        autoCapitalize="none"
      />
      <Segmented
        question={t('settings.mail.security')}
        answers={securities.map((value) => ({
          value,
          words: t(`settings.mail.securities.${value}`),
        }))}
        value={security}
        onChange={(next) => setDraft((now) => withSecurity(now, next))}
      />
      <TextField
        label={t('settings.mail.port')}
        inputMode="numeric"
        value={draft.port}
        onChange={(port) => change({ port })}
        maxLength={5}
      />
      <TextField
        label={t('settings.mail.user')}
        value={draft.user}
        onChange={(user) => change({ user })}
        maxLength={320}
        spellCheck={false}
        autoCapitalize="none"
      />
      <MailSecret draft={draft} isKept={account !== null} onChange={change} />
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
