import { type ReactNode, useState } from 'react'
import { useAnswerAnew } from '../shell/answers.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { SelectField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { firstNameOf } from './names.ts'
import type { LetterWriting } from './use-letter.ts'
import styles from './SendDialog.module.css'

/** Exactly what goes to whom, before it does. */
export function SendDialog({ writing }: { readonly writing: LetterWriting }): ReactNode {
  const t = useWords()
  const { asked, sending } = writing
  const [chosen, setChosen] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const to = chosen === null ? {} : { to: chosen }
  const { data: sheet, error } = useAnswerAnew(client.letters.preview, { ...asked, ...to })
  if (error) {
    return (
      <ConfirmDialog
        opened
        onClose={sending.leave}
        title={t('letters.send.title')}
        sentence={refusalInWords(error)}
        verb={t('letters.send.back')}
        onConfirm={sending.leave}
        to="send"
      />
    )
  }
  if (!sheet) return null
  const name = firstNameOf(sheet.to.name)
  async function send(person: string, seen: string): Promise<void> {
    setSending(true)
    await sending.send(person, seen)
    setSending(false)
  }
  const people = [sheet.to, ...sheet.others].toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  )
  return (
    <ConfirmDialog
      opened
      onClose={sending.leave}
      title={t('letters.send.title')}
      sentence={t('letters.send.sentence', { count: sheet.minutes })}
      verb={t('letters.send.verb', { name })}
      busy={isSending}
      onConfirm={() => void send(sheet.to.person, sheet.seen)}
      to="send"
    >
      {people.length > 1 ? (
        <SelectField
          label={t('letters.send.whom')}
          value={sheet.to.person}
          options={people.map(({ person, name: words }) => ({ value: person, words }))}
          onChange={setChosen}
        />
      ) : null}
      <dl className={styles.head}>
        <dt>{t('letters.send.from')}</dt>
        <dd>{partyOf(sheet.from)}</dd>
        <dt>{t('letters.send.to')}</dt>
        <dd>{partyOf(sheet.to)}</dd>
        <dt>{t('letters.subject')}</dt>
        <dd>{sheet.subject === '' ? t('letters.send.noSubject') : sheet.subject}</dd>
        {sheet.attachment === null ? null : (
          <>
            <dt>{t('letters.send.attachment')}</dt>
            <dd>{sheet.attachment}</dd>
          </>
        )}
      </dl>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long letter is scrolled by keyboard too */}
      <div className={styles.body} role="group" aria-label={t('letters.body')} tabIndex={0}>
        {sheet.body}
      </div>
    </ConfirmDialog>
  )
}

function partyOf({ name, address }: { readonly name: string; readonly address: string }): string {
  return name === '' ? address : `${name} <${address}>`
}
