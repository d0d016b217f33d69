import { type ReactNode, useState } from 'react'
import type { HearingAccount, MailAccount } from '../../notebook/mail/account.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { noSecret } from './door-draft.ts'
import {
  type HearingDraft,
  hearingDraftOf,
  hearingInputOf,
  isHearingWhole,
} from './hearing-draft.ts'
import { MailDoorFields } from './MailDoorFields.tsx'
import { useMailTrial } from './use-mail-trial.ts'
import styles from './Settings.module.css'

interface HearingFormProps {
  readonly account: HearingAccount | null
  /** The account by which letters go. */
  readonly sending: MailAccount | null
  /** The mailbox is kept, and let us in. */
  readonly onLetIn: () => void
}

/** The mailbox answers come to; kept and tried in one press. */
export function HearingForm({ account, sending, onLetIn }: HearingFormProps): ReactNode {
  const t = useWords()
  const [draft, setDraft] = useState<HearingDraft>(() => hearingDraftOf(account, sending))
  const { says, isTrying, keepAndTry } = useMailTrial({
    keep: client.mail.hear,
    knock: client.mail['try-hearing'],
  })
  const change = (some: Partial<HearingDraft>) => setDraft((now) => ({ ...now, ...some }))
  async function keep(): Promise<void> {
    const done = await keepAndTry(hearingInputOf(draft), draft.host)
    if (done !== 'refused') change(noSecret)
    if (done === 'let-in') onLetIn()
  }
  return (
    <form
      className={styles.form}
      autoComplete="off"
      onSubmit={(event) => (event.preventDefault(), void keep())}
    >
      <MailDoorFields draft={draft} purpose="in" isKept={account !== null} onChange={change} />
      <TextField
        label={t('settings.hearing.folder')}
        hint={t('settings.hearing.folderHint')}
        value={draft.folder}
        onChange={(folder) => change({ folder })}
        maxLength={200}
        spellCheck={false}
        autoCapitalize="none"
      />
      <Button look="filled" type="submit" disabled={!isHearingWhole(draft) || isTrying}>
        {t('settings.mail.keep')}
      </Button>
      <p role="status" className={says === null ? undefined : styles.trouble}>
        {says}
      </p>
    </form>
  )
}
