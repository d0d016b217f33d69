import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { changesIn, type Draft, draftOf } from './edit-draft.ts'
import { EditConsent } from './EditConsent.tsx'
import { EditDates, EditFields, EditNames } from './EditLists.tsx'
import { EditMeeting } from './EditMeeting.tsx'
import { EditChannels, EditPlaces, EditRoles } from './EditReach.tsx'
import type { Person } from './shapes.ts'
import styles from './Edit.module.css'

interface EditPersonProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Everything one may write about somebody. What is not touched stays as it is. */
export function EditPerson({ person, onClose }: EditPersonProps): ReactNode {
  const t = useWords()
  const [draft, setDraft] = useState(() => draftOf(person))
  const [leaving, setLeaving] = useState(false)
  const change = (part: Partial<Draft>): void => setDraft((now) => ({ ...now, ...part }))

  async function keep(): Promise<void> {
    const changes = changesIn(person, draft)
    if (Object.keys(changes).length === 0) return onClose()
    const kept = await carryOut(client.people.change, { id: person.id, ...changes }, () =>
      t('people.person.kept'),
    )
    if (kept) onClose()
  }

  function leave(): void {
    if (Object.keys(changesIn(person, draft)).length === 0) onClose()
    else setLeaving(true)
  }

  return (
    <>
      <Panel opened onClose={leave} title={t('people.edit.title', { name: person.name })} size="xl">
        <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
          <TextField
            label={t('people.edit.name')}
            serif
            required
            value={draft.name}
            onChange={(name) => change({ name })}
            maxLength={2000}
            data-autofocus
          />
          <EditNames rows={draft.names} onChange={(names) => change({ names })} />
          <EditRoles rows={draft.roles} onChange={(roles) => change({ roles })} />
          <EditChannels rows={draft.channels} onChange={(channels) => change({ channels })} />
          <EditMeeting
            meeting={draft.meeting}
            self={person.id}
            onChange={(meeting) => change({ meeting })}
          />
          <TextArea
            label={t('people.edit.words')}
            serif
            value={draft.words}
            onChange={(words) => change({ words })}
            maxLength={20_000}
          />
          <EditFields rows={draft.fields} onChange={(fields) => change({ fields })} />
          <TextField
            label={t('people.edit.labels')}
            hint={t('people.edit.labelsHint')}
            value={draft.labels}
            onChange={(labels) => change({ labels })}
          />
          <EditConsent
            before={person.consent}
            consent={draft.consent}
            onChange={(consent) => change({ consent })}
          />
          <EditPlaces rows={draft.places} onChange={(places) => change({ places })} />
          <EditDates rows={draft.dates} onChange={(dates) => change({ dates })} />
          <div className={styles.keep}>
            <Button look="quiet" onClick={leave}>
              {t('dialog.cancel')}
            </Button>
            <Button look="filled" type="submit">
              {t('people.edit.keep')}
            </Button>
          </div>
        </form>
      </Panel>
      <ConfirmDialog
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={t('people.edit.unsaved.title')}
        sentence={t('people.edit.unsaved.sentence')}
        verb={t('people.edit.unsaved.verb')}
        onConfirm={onClose}
        to="destroy"
      />
    </>
  )
}
