import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import styles from './People.module.css'

interface AddPersonProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

const blank = { name: '', title: '', organisation: '', mail: '', met: '' }

/** Somebody new: a name is enough, the rest can come later. */
export function AddPerson({ opened, onClose, onAdded }: AddPersonProps): ReactNode {
  const t = useWords()
  const [person, setPerson] = useState(blank)
  const write = (part: keyof typeof blank) => (text: string) =>
    setPerson((now) => ({ ...now, [part]: text }))

  async function add(): Promise<void> {
    const added = await carryOut(client.people.add, inputOf(person), ({ name }) =>
      t('people.added', { name }),
    )
    if (!added) return
    setPerson(blank)
    onClose()
    onAdded(added.id)
  }

  return (
    <Panel opened={opened} onClose={onClose} title={t('people.edit.addTitle')}>
      <form className={styles.panelForm} onSubmit={(event) => (event.preventDefault(), void add())}>
        <TextField
          label={t('people.edit.name')}
          value={person.name}
          onChange={write('name')}
          required
          maxLength={2000}
          autoComplete="off"
          data-autofocus
        />
        <div className={styles.two}>
          <TextField
            label={t('people.edit.role.title')}
            value={person.title}
            onChange={write('title')}
            maxLength={2000}
          />
          <TextField
            label={t('people.edit.role.organisation')}
            value={person.organisation}
            onChange={write('organisation')}
            maxLength={2000}
          />
        </div>
        <TextField
          label={t('people.edit.channel.mail')}
          type="email"
          value={person.mail}
          onChange={write('mail')}
          maxLength={2000}
        />
        <TextField
          label={t('people.edit.meeting')}
          serif
          value={person.met}
          onChange={write('met')}
          maxLength={2000}
        />
        <div className={styles.panelActs}>
          <Button look="filled" type="submit" disabled={person.name.trim() === ''}>
            {t('people.edit.addThem')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function inputOf({ name, title, organisation, mail, met }: typeof blank) {
  const role = { title: orNull(title), organisation: orNull(organisation) }
  return {
    name,
    ...(role.title === null && role.organisation === null ? {} : { roles: [role] }),
    ...(mail.trim() === '' ? {} : { channels: [{ kind: 'mail' as const, value: mail }] }),
    ...(met.trim() === '' ? {} : { meeting: { words: met } }),
  }
}

function orNull(text: string): string | null {
  return text.trim() || null
}
