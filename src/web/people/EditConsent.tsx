import type { ReactNode } from 'react'
import { widened } from '../../notebook/people/consent.ts'
import { namingAnswers, notesAnswers, sharingAnswers } from '../../notebook/people/person.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { Draft } from './edit-draft.ts'
import type { Person } from './shapes.ts'
import styles from './Edit.module.css'

interface EditConsentProps {
  /** What they agreed to so far. */
  readonly before: Person['consent']
  readonly consent: Draft['consent']
  readonly onChange: (consent: Draft['consent']) => void
}

/** The three answers, in words; what was not said aloud stays "not asked". More than before is a new yes, and says how. */
export function EditConsent({ before, consent, onChange }: EditConsentProps): ReactNode {
  const t = useWords()
  return (
    <fieldset className={styles.rows}>
      <legend className={styles.legend}>{t('people.edit.consent')}</legend>
      <Type look="quiet" as="p">
        {t('people.edit.consentWhy')}
      </Type>
      <Segmented
        question={t('people.edit.consentNotes')}
        answers={notesAnswers.map((value) => ({
          value,
          words: t(`people.edit.answers.notes.${value}`),
        }))}
        value={consent.notes}
        onChange={(notes) => onChange({ ...consent, notes })}
      />
      <Segmented
        question={t('people.edit.consentNaming')}
        answers={namingAnswers.map((value) => ({
          value,
          words: t(`people.edit.answers.naming.${value}`),
        }))}
        value={consent.naming}
        onChange={(naming) => onChange({ ...consent, naming })}
      />
      <Segmented
        question={t('people.edit.consentSharing')}
        answers={sharingAnswers.map((value) => ({
          value,
          words: t(`people.edit.answers.sharing.${value}`),
        }))}
        value={consent.sharing}
        onChange={(sharing) => onChange({ ...consent, sharing })}
      />
      {widened(before, consent).length === 0 ? null : (
        <TextField
          label={t('people.edit.consentSaid')}
          hint={t('people.edit.consentSaidWhy')}
          required
          value={consent.said ?? ''}
          onChange={(said) => onChange({ ...consent, said })}
          maxLength={300}
        />
      )}
    </fieldset>
  )
}
