import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords, type Words } from '../words/words.ts'
import { AddField } from './AddField.tsx'
import type { FieldRow } from './types.ts'
import styles from './Fields.module.css'

/** The fields under consideration: why, who was heard, what is open. */
export function FieldsPage(): ReactNode {
  const t = useWords()
  const [isAdding, setAdding] = useState(false)
  const answer = useAnswer(client.fields.list, {})
  if (answer.error && !answer.data) throw answer.error
  const fields = answer.data?.fields
  const add = (
    <Button look="filled" onClick={() => setAdding(true)}>
      {t('fields.list.add')}
    </Button>
  )
  return (
    <Page title={t('fields.list.title')}>
      <header className={styles.head}>
        <div>
          <Type look="h1" onPhone="unseen">
            {t('fields.list.title')}
          </Type>
          <Type look="lead">{t('fields.list.lead')}</Type>
        </div>
        {fields && fields.length > 0 ? add : null}
      </header>
      {fields ? null : <Waiting />}
      {fields?.length === 0 ? <Empty sentence={t('fields.list.empty')}>{add}</Empty> : null}
      <ul className={styles.fields}>
        {fields?.map((field) => (
          <FieldItem key={field.id} field={field} />
        ))}
      </ul>
      <AddField opened={isAdding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function FieldItem({ field }: { field: FieldRow }): ReactNode {
  const t = useWords()
  const { id, name, why } = field
  return (
    <li className={styles.field}>
      <div className={styles.words}>
        <Type look="h3" as="h2">
          <Link to="/fields/$id" params={{ id }}>
            {name}
          </Link>
        </Type>
        <p className={styles.why}>{why === '' ? t('fields.list.noWhy') : why}</p>
      </div>
      <p className={styles.counts}>
        {countsInWords(t, field).map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
    </li>
  )
}

function countsInWords(t: Words, { people, insights, open }: FieldRow): string[] {
  const heard =
    people === 0 && insights === 0
      ? [t('fields.list.nobody')]
      : [t('fields.list.people', { count: people }), t('fields.list.lines', { count: insights })]
  return open === 0 ? heard : [...heard, t('fields.list.open', { count: open })]
}
