import { type ReactNode, useId, useState } from 'react'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { Contact } from './bringing.ts'
import styles from './ExplainTables.module.css'

interface ExplainContactProps {
  readonly contact: Contact
  readonly onChange: (contact: Contact) => void
}

/** Calendars and mailboxes: who is the owner there, who is of interest, and how much is kept. */
export function ExplainContact({ contact, onChange }: ExplainContactProps): ReactNode {
  const t = useWords()
  const heading = useId()
  const [own, setOwn] = useState(contact.own.join(', '))
  return (
    <section className={styles.table} aria-labelledby={heading}>
      <Type look="h3" as="h2" id={heading}>
        {t('contacts.contact.title')}
      </Type>
      <Type look="second">{t('contacts.contact.why')}</Type>
      <div className={styles.questions}>
        <TextField
          label={t('contacts.contact.own')}
          hint={t('contacts.contact.ownHint')}
          value={own}
          onChange={(text) => {
            setOwn(text)
            onChange({ ...contact, own: addressesIn(text) })
          }}
          maxLength={2000}
          autoComplete="email"
        />
        <Segmented
          question={t('contacts.contact.people')}
          answers={[
            { value: 'known', words: t('contacts.contact.known') },
            { value: 'all', words: t('contacts.contact.all') },
          ]}
          value={contact.people}
          onChange={(people) => onChange({ ...contact, people })}
        />
        <Segmented
          question={t('contacts.contact.subjects')}
          answers={[
            { value: 'without', words: t('contacts.contact.without') },
            { value: 'with', words: t('contacts.contact.with') },
          ]}
          value={contact.subjects ? 'with' : 'without'}
          onChange={(answer) => onChange({ ...contact, subjects: answer === 'with' })}
        />
      </div>
    </section>
  )
}

/** Addresses as typed: parted by commas or spaces. */
function addressesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ''))]
}
