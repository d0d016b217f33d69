import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { SelectField, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import type { LetterWriting } from './use-letter.ts'
import styles from './LetterPage.module.css'

/** The craft's own beginning or one of the owner's; and a good letter kept as a beginning for others. */
export function BeginFrom({ writing }: { readonly writing: LetterWriting }): ReactNode {
  const t = useWords()
  const templates = useAnswer(client.templates.list, {}).data
  const [isNaming, setNaming] = useState(false)
  const { letter } = writing
  const mine = (templates?.own ?? []).filter(({ kind }) => kind === letter.template)

  async function beginFrom(form: string): Promise<void> {
    const { conversation, template } = letter
    const from = form === '' ? {} : { form }
    const begun = await client.letters.draft({ conversation, template, afresh: true, ...from })
    writing.putAside({ subject: begun.subject, body: begun.body }, form === '' ? null : form)
  }

  return (
    <section>
      <SectionHead title={t('letters.form.title')} />
      <div className={styles.begun}>
        {mine.length === 0 ? null : (
          <SelectField
            label={t('letters.form.title')}
            quietLabel
            value={letter.form ?? ''}
            onChange={(form) => void beginFrom(form)}
            options={[
              { value: '', words: t('letters.form.craft') },
              ...mine.map(({ id, name }) => ({ value: id, words: name })),
            ]}
          />
        )}
        {isNaming ? (
          <KeepAsTemplate writing={writing} onDone={() => setNaming(false)} />
        ) : (
          <Button look="quiet" size="small" onClick={() => setNaming(true)}>
            {t('letters.form.keep')}
          </Button>
        )}
      </div>
    </section>
  )
}

interface KeepAsTemplateProps {
  readonly writing: LetterWriting
  readonly onDone: () => void
}

function KeepAsTemplate({ writing, onDone }: KeepAsTemplateProps): ReactNode {
  const t = useWords()
  const [name, setName] = useState('')
  const { letter, subject, body } = writing

  async function keep(): Promise<void> {
    const made = await carryOut(
      client.templates.keep,
      { name, kind: letter.template, ...asTemplate({ subject, body }, letter) },
      () => t('letters.form.kept'),
    )
    if (made) onDone()
  }

  return (
    <form onSubmit={(event) => (event.preventDefault(), void keep())} className={styles.begun}>
      <TextField
        label={t('letters.form.name')}
        value={name}
        maxLength={100}
        autoFocus
        onChange={setName}
      />
      <Button type="submit" size="small" disabled={name.trim() === ''}>
        {t('letters.form.keep')}
      </Button>
    </form>
  )
}

interface LetterWords {
  readonly subject: string
  readonly body: string
}

/** The letter with a slot where it names whom it goes to; what else is its own stays, for the owner to change. */
function asTemplate({ subject, body }: LetterWords, { to }: LetterWriting['letter']): LetterWords {
  const names = to.flatMap(({ name }) => [name, name.split(/\s+/u)[0] ?? ''])
  const slotted = (text: string) =>
    names.reduce(
      (words, name) => (name === '' ? words : words.replaceAll(name, '{to}')),
      plain(text),
    )
  return { subject: slotted(subject), body: slotted(body) }
}

/** Braces and brackets of the letter are words there, and signs in a template. */
function plain(text: string): string {
  return text.replaceAll(/[{[]/gu, '(').replaceAll(/[\]}]/gu, ')')
}
