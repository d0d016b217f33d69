import type { ReactNode } from 'react'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import type { DoorDraft } from './door-draft.ts'

interface MailSecretProps {
  readonly draft: DoorDraft
  readonly isKept: boolean
  readonly onChange: (some: Partial<DoorDraft>) => void
}

const ways = ['password', 'oauth2'] as const

/** A password, or what a token is renewed with; of either it is only said that it is kept. */
export function MailSecret({ draft, isKept, onChange }: MailSecretProps): ReactNode {
  const t = useWords()
  const hint = t(isKept ? 'settings.mail.passwordKept' : 'settings.mail.passwordHint')
  return (
    <>
      <Segmented
        question={t('settings.mail.with')}
        answers={ways.map((value) => ({ value, words: t(`settings.mail.ways.${value}`) }))}
        value={draft.way}
        onChange={(way) => onChange({ way })}
      />
      {draft.way === 'password' ? (
        <TextField
          label={t('settings.mail.password')}
          hint={hint}
          type="password"
          autoComplete="new-password"
          value={draft.password}
          onChange={(password) => onChange({ password })}
        />
      ) : (
        <>
          <TextField
            label={t('settings.mail.refreshToken')}
            hint={hint}
            type="password"
            autoComplete="new-password"
            value={draft.refreshToken}
            onChange={(refreshToken) => onChange({ refreshToken })}
          />
          <TextField
            label={t('settings.mail.clientId')}
            value={draft.clientId}
            onChange={(clientId) => onChange({ clientId })}
            spellCheck={false}
          />
          <TextField
            label={t('settings.mail.clientSecret')}
            hint={t('settings.mail.clientSecretHint')}
            type="password"
            autoComplete="new-password"
            value={draft.clientSecret}
            onChange={(clientSecret) => onChange({ clientSecret })}
          />
          <TextField
            label={t('settings.mail.tokenUrl')}
            type="url"
            value={draft.tokenUrl}
            onChange={(tokenUrl) => onChange({ tokenUrl })}
          />
        </>
      )}
    </>
  )
}
