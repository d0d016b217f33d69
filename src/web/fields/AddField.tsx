import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import styles from './Fields.module.css'

/** A name, and why it is worth asking about. */
export function AddField({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [why, setWhy] = useState('')

  async function keep(): Promise<void> {
    if (name.trim() === '') return
    const made = await carryOut(client.fields.add, { name, why }, (field) =>
      t('fields.list.added', { name: field.name }),
    )
    if (!made) return
    setName('')
    setWhy('')
    onClose()
    await navigate({ to: '/fields/$id', params: { id: made.id } })
  }

  return (
    <Panel opened={opened} onClose={onClose} title={t('fields.list.add')} size="520px">
      <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
        <TextField
          label={t('fields.list.name')}
          placeholder={t('fields.list.nameHint')}
          value={name}
          onChange={setName}
          maxLength={400}
          data-autofocus
        />
        <TextArea
          serif
          label={t('fields.list.why')}
          hint={t('fields.list.whyHint')}
          value={why}
          onChange={setWhy}
        />
        <div className={styles.acts}>
          <Button type="submit" look="filled" disabled={name.trim() === ''}>
            {t('fields.list.keep')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('fields.list.leave')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
