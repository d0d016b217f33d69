import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { client } from '../shell/server.ts'
import { Chosen } from '../ui/Chosen.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import type { Draft } from './edit-draft.ts'
import styles from './Edit.module.css'

interface EditMeetingProps {
  readonly meeting: Draft['meeting']
  /** Nobody is met through themselves. */
  readonly self: string
  readonly onChange: (meeting: Draft['meeting']) => void
}

/** How you met: what brings a face back is rarely a job title. */
export function EditMeeting({ meeting, self, onChange }: EditMeetingProps): ReactNode {
  const t = useWords()
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{t('people.edit.meeting')}</legend>
      <TextArea
        label={t('people.edit.met.words')}
        serif
        value={meeting.words}
        onChange={(words) => onChange({ ...meeting, words })}
        maxLength={2000}
      />
      <div className={styles.cells}>
        <TextField
          label={t('people.edit.met.day')}
          type="date"
          value={meeting.day}
          onChange={(day) => onChange({ ...meeting, day })}
        />
        <TextField
          label={t('people.edit.met.place')}
          value={meeting.place}
          onChange={(place) => onChange({ ...meeting, place })}
          maxLength={2000}
        />
        {meeting.through === null ? (
          <Through self={self} onChoose={(through) => onChange({ ...meeting, through })} />
        ) : (
          <div className={styles.through}>
            <span>{t('people.edit.met.through')}</span>
            <Chosen
              takeOff={t('people.edit.met.takeOff', { name: meeting.through.name })}
              onTakeOff={() => onChange({ ...meeting, through: null })}
            >
              {meeting.through.name}
            </Chosen>
          </div>
        )}
      </div>
    </fieldset>
  )
}

interface ThroughProps {
  readonly self: string
  readonly onChoose: (person: { readonly id: string; readonly name: string }) => void
}

function Through({ self, onChoose }: ThroughProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const asked = { text: text.trim(), limit: 8 }
  const found = useQuery({
    queryKey: [client.people.find.operation, asked],
    queryFn: ({ signal }) => client.people.find(asked, { signal }),
    enabled: asked.text !== '',
    placeholderData: keepPreviousData,
  })
  const people = (asked.text === '' ? [] : (found.data?.people ?? [])).filter(
    ({ id }) => id !== self,
  )
  return (
    <Combobox
      label={t('people.edit.met.through')}
      hint={t('people.edit.met.throughHint')}
      text={text}
      onText={setText}
      choices={people.map(({ id, name, line }) => ({ key: id, words: name, under: line }))}
      onChoose={(key) => {
        const person = people.find(({ id }) => id === key)
        if (person) onChoose(person)
      }}
      nothing={t('people.edit.met.throughNobody')}
    />
  )
}
