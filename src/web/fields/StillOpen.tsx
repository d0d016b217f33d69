import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act, ActLink, Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { roughDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { FieldShown } from './types.ts'
import styles from './Field.module.css'

interface StillOpenProps {
  readonly field: FieldShown
  readonly wall: Wall
}

/** Questions that nobody answered yet; one more is a line away. */
export function StillOpen({ field, wall }: StillOpenProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')

  async function add(): Promise<void> {
    if (text.trim() === '') return
    const kept = await carryOut(client.fields.ask, { which: field.id, text }, () =>
      t('fields.open.kept'),
    )
    if (kept) setText('')
  }

  return (
    <section className={styles.open}>
      <SectionHead
        title={t('fields.open.title')}
        aside={<ActLink to="/asking">{t('fields.open.whom')}</ActLink>}
      />
      {field.open.length === 0 ? <Type look="second">{t('fields.open.none')}</Type> : null}
      <ul>
        {field.open.map((question) => (
          <OpenQuestion key={question.id} question={question} wall={wall} />
        ))}
      </ul>
      <form className={styles.ask} onSubmit={(event) => (event.preventDefault(), void add())}>
        <TextField
          serif
          quietLabel
          label={t('fields.open.add')}
          placeholder={t('fields.open.addHint')}
          value={text}
          onChange={setText}
          maxLength={2000}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {t('fields.open.keep')}
        </Button>
      </form>
    </section>
  )
}

interface OpenQuestionProps {
  readonly question: FieldShown['open'][number]
  readonly wall: Wall
}

function OpenQuestion({ question, wall }: OpenQuestionProps): ReactNode {
  const t = useWords()
  const { id, text, person, day, conversation } = question
  const since = day === null ? '' : roughDay(t, day, wall)
  const told =
    person === null
      ? t('fields.open.since', { day: since })
      : t('fields.open.from', { person, day: since })
  return (
    <li className={styles.question}>
      <div>
        <p className={styles.questionWords}>{text}</p>
        {day === null ? null : (
          <p className={styles.by}>
            {conversation === null ? (
              told
            ) : (
              <Link to="/conversations/$id/after" params={{ id: conversation }}>
                {told}
              </Link>
            )}
          </p>
        )}
      </div>
      <Act
        aria-label={t('fields.open.settleLabel', { question: text })}
        onClick={() =>
          void carryOut(client.fields.settle, { question: id }, () => t('fields.open.settled'))
        }
      >
        {t('fields.open.settle')}
      </Act>
    </li>
  )
}
