import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { ActLink, Button, Rest } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
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
  const [asked, setAsked] = useState<Asked | null>(null)
  const write = (part: keyof typeof blank) => (text: string) =>
    setPerson((now) => ({ ...now, [part]: text }))

  async function add(): Promise<void> {
    const added = await carryOut(client.people.add, inputOf(person), ({ name }) =>
      t('people.added', { name }),
    )
    if (!added) return
    setPerson(blank)
    onAdded(added.id)
    const [twin] = added.twins
    if (twin) setAsked({ one: added.id, twin })
    else onClose()
  }

  function close(): void {
    setAsked(null)
    onClose()
  }

  if (asked) {
    return (
      <Panel opened={opened} onClose={close} title={t('people.edit.addTitle')}>
        <TwinLine {...asked} onClose={close} />
      </Panel>
    )
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

interface Asked {
  readonly one: string
  readonly twin: { readonly id: string; readonly name: string; readonly line: string }
}

/** They are written down already: whether it is the same person can be looked at now, or left. */
function TwinLine({ one, twin, onClose }: Asked & { readonly onClose: () => void }): ReactNode {
  const t = useWords()
  async function tellApart(): Promise<void> {
    onClose()
    await carryOut(client.people.distinct, { people: [twin.id, one] }, () => null)
  }
  const name = [twin.name || t('people.person.noName'), twin.line].filter(Boolean).join(', ')
  return (
    <div className={styles.panelForm} role="status">
      <Type look="read">{t('people.twin', { name })}</Type>
      <div className={styles.panelActs}>
        <Rest onClick={() => void tellApart()}>{t('people.twinOther')}</Rest>
        <ActLink to="/twice/$one/$other" params={{ one: twin.id, other: one }} onClick={onClose}>
          {t('people.twinAside')}
        </ActLink>
      </div>
    </div>
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
