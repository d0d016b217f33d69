import { type ReactNode, useId, useState } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { beginAgain, type Chosen, tryOut } from './bringing.ts'
import {
  hasName,
  hasPlace,
  type Looked,
  type Meaning,
  type Place,
  type Said,
  saidAnew,
  tellsConversations,
  tellsOfContact,
} from './columns.ts'
import { ExplainContact } from './ExplainContact.tsx'
import { meaningGroups, meaningOf, placeOf, places } from './meanings.ts'
import styles from './ExplainTables.module.css'

interface ExplainTablesProps {
  readonly chosen: Chosen
  readonly trouble: unknown
}

/** What nobody can know of the files: what the columns of a table hold, and which addresses are one's own. */
export function ExplainTables({ chosen, trouble }: ExplainTablesProps): ReactNode {
  const t = useWords()
  const [said, setSaid] = useState(chosen.said)
  const [contact, setContact] = useState(chosen.contact)
  const [pressed, setPressed] = useState(false)
  const tables = chosen.looked.filter(({ file }) => said.has(file))
  const nameless = tables.filter(({ file }) => !hasName(said.get(file) ?? []))
  const missing = pressed && nameless.length > 0
  function goOn(): void {
    setPressed(true)
    if (nameless.length === 0) void tryOut({ ...chosen, said, contact })
  }
  return (
    <>
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {refusalInWords(trouble)}
        </p>
      )}
      {tables.map((table) => (
        <OneTable
          key={table.file}
          table={table}
          said={said.get(table.file) ?? []}
          onSay={(columns) => setSaid(new Map([...said, [table.file, columns]]))}
        />
      ))}
      {chosen.looked.some(tellsOfContact) ? (
        <ExplainContact contact={contact} onChange={setContact} />
      ) : null}
      {missing ? (
        <p role="alert" className={styles.trouble}>
          {t('contacts.explain.nameless', {
            files: nameless.map(({ file }) => file).join(', '),
          })}
        </p>
      ) : null}
      <div className={styles.acts}>
        <Button look="filled" onClick={goOn}>
          {t('contacts.explain.goOn')}
        </Button>
        <Button onClick={beginAgain}>{t('contacts.asking.other')}</Button>
      </div>
    </>
  )
}

interface OneTableProps {
  readonly table: Looked
  readonly said: readonly Said[]
  readonly onSay: (said: readonly Said[]) => void
}

function OneTable({ table, said, onSay }: OneTableProps): ReactNode {
  const t = useWords()
  const heading = useId()
  return (
    <section className={styles.table} aria-labelledby={heading}>
      <Type look="h3" as="h2" id={heading}>
        {table.file}
      </Type>
      <Type look="second">
        {t(tellsConversations(said) ? 'contacts.explain.conversations' : 'contacts.explain.people')}
      </Type>
      <ul>
        {table.columns.map((column, at) => {
          const one = said[at]
          if (!one) return null
          return (
            <li
              key={column.column}
              className={styles.column}
              data-kept={one.meaning !== 'nothing' ? '' : undefined}
            >
              <div className={styles.what}>
                <Type look="name" as="p">
                  {column.column}
                </Type>
                <p className={styles.samples}>
                  {column.samples.length === 0
                    ? t('contacts.explain.empty')
                    : [...new Set(column.samples)].map((sample) => (
                        <span key={sample}>{sample}</span>
                      ))}
                </p>
              </div>
              <Means
                column={column.column}
                said={one}
                onSay={(part) => onSay(saidAnew(said, at, part))}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface MeansProps {
  readonly column: string
  readonly said: Said
  readonly onSay: (part: Partial<Said>) => void
}

function Means({ column, said, onSay }: MeansProps): ReactNode {
  const t = useWords()
  const { meaning, place } = said
  return (
    <div className={styles.means}>
      <SelectField
        label={t('contacts.explain.means', { column })}
        quietLabel
        value={meaning}
        onChange={(value) => onSay({ meaning: meaningOf(value) })}
        options={meaningGroups.flatMap((group) =>
          group.map((value: Meaning) => ({ value, words: t(`contacts.meaning.${value}`) })),
        )}
      />
      {hasPlace(meaning) ? (
        <SelectField
          label={t('contacts.explain.where', { column })}
          quietLabel
          value={place ?? 'unsaid'}
          onChange={(value) => onSay({ place: placeOf(value) })}
          options={['unsaid' as const, ...places].map((value: Place | 'unsaid') => ({
            value,
            words: t(`contacts.place.${value}`),
          }))}
        />
      ) : null}
    </div>
  )
}
