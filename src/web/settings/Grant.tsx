import { type ReactNode, useState } from 'react'
import { readAnew } from '../shell/answers.ts'
import { sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Copied } from '../ui/Copied.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './Settings.module.css'

const rightsOf = {
  read: ['notebook:read'],
  write: ['notebook:read', 'notebook:write'],
} as const
const mailRightsOf = {
  none: [],
  send: ['mail:send'],
  open: ['mail:read'],
  both: ['mail:send', 'mail:read'],
} as const

/** A key for a script or a program: made here, shown once. */
export function Grant(): ReactNode {
  const t = useWords()
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const [right, setRight] = useState<keyof typeof rightsOf>('read')
  const [mail, setMail] = useState<keyof typeof mailRightsOf>('none')
  const [secret, setSecret] = useState<string | null>(null)
  function close(): void {
    setOpened(false)
    setSecret(null)
    setName('')
  }
  async function grant(): Promise<void> {
    try {
      const rights = [...rightsOf[right], ...mailRightsOf[mail]]
      setSecret((await client.access.grant({ name, rights })).secret)
      void readAnew()
    } catch (error) {
      sayRefused(error)
    }
  }
  return (
    <div className={styles.acts}>
      <Button onClick={() => setOpened(true)}>{t('settings.access.grant')}</Button>
      <Panel opened={opened} onClose={close} title={t('settings.access.grantTitle')}>
        {secret === null ? (
          <form
            className={styles.form}
            onSubmit={(event) => (event.preventDefault(), void grant())}
          >
            <TextField
              label={t('settings.access.grantName')}
              required
              value={name}
              onChange={setName}
              maxLength={100}
              data-autofocus
            />
            <Segmented
              question={t('settings.access.grantRights')}
              answers={(['read', 'write'] as const).map((value) => ({
                value,
                words: t(`settings.access.right.${value}`),
              }))}
              value={right}
              onChange={setRight}
            />
            <Segmented
              question={t('settings.access.grantMail')}
              answers={(['none', 'send', 'open', 'both'] as const).map((value) => ({
                value,
                words: t(`settings.access.mail.${value}`),
              }))}
              value={mail}
              onChange={setMail}
            />
            {mail === 'send' || mail === 'both' ? (
              <Type look="second">{t('settings.access.sendWhy')}</Type>
            ) : null}
            {mail === 'open' || mail === 'both' ? (
              <Type look="second">{t('settings.access.openWhy')}</Type>
            ) : null}
            <Button look="filled" type="submit" disabled={name.trim() === ''}>
              {t('settings.access.grantVerb')}
            </Button>
          </form>
        ) : (
          <div className={styles.form}>
            <Type look="read">{t('settings.access.secret')}</Type>
            <Copied label={t('settings.access.secret')} text={secret} />
            <Button look="filled" onClick={close}>
              {t('settings.access.done')}
            </Button>
          </div>
        )}
      </Panel>
    </div>
  )
}
