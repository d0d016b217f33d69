import type { ReactNode } from 'react'
import {
  type MailPurpose,
  securities,
  usualHearingPorts,
  usualPorts,
} from '../../notebook/mail/account.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { type DoorDraft, withSecurity } from './door-draft.ts'
import { MailSecret } from './MailSecret.tsx'

interface MailDoorFieldsProps {
  readonly draft: DoorDraft
  /** By which letters go `out`, or answers come `in`. */
  readonly purpose: MailPurpose
  readonly isKept: boolean
  readonly onChange: (some: Partial<DoorDraft>) => void
}

const servers = {
  out: { words: 'mail', ports: usualPorts },
  in: { words: 'hearing', ports: usualHearingPorts },
} as const

/** Where a mail server is, and how one signs in there. */
export function MailDoorFields(props: MailDoorFieldsProps): ReactNode {
  const t = useWords()
  const { draft, purpose, isKept, onChange } = props
  const { words, ports } = servers[purpose]
  return (
    <>
      <TextField
        label={t(`settings.${words}.host`)}
        hint={t(`settings.${words}.hostHint`)}
        value={draft.host}
        onChange={(host) => onChange({ host })}
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
        value={draft.security}
        onChange={(next) => onChange(withSecurity(draft, next, ports))}
      />
      <TextField
        label={t('settings.mail.port')}
        inputMode="numeric"
        value={draft.port}
        onChange={(port) => onChange({ port })}
        maxLength={5}
      />
      <TextField
        label={t('settings.mail.user')}
        value={draft.user}
        onChange={(user) => onChange({ user })}
        maxLength={320}
        spellCheck={false}
        autoCapitalize="none"
      />
      <MailSecret draft={draft} isKept={isKept} onChange={onChange} />
    </>
  )
}
