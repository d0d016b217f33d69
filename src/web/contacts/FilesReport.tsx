import type { ReactNode } from 'react'
import { Type } from '../ui/Type.tsx'
import { capitalized, useWords, type Words } from '../words/words.ts'
import type { FileReport, Report } from './bringing.ts'
import { type Counts, countsOf, lostIn } from './counts.ts'
import { FilesTable } from './FilesTable.tsx'
import { NotRead } from './NotRead.tsx'
import { keptUnseen } from './report-columns.ts'
import styles from './FilesReport.module.css'

/** What is in each file, and every value that could not be kept, with its line and the reason. */
export function FilesReport({ report }: { report: Report }): ReactNode {
  const t = useWords()
  const counts = countsOf(report.files)
  return (
    <section className={styles.report}>
      <p className={styles.sum} role="status">
        {sumInWords(t, counts)}
      </p>
      <NotRead files={report.files.filter(({ problem }) => problem !== null)} />
      <FilesTable files={report.files.filter(({ problem }) => problem === null)} />
      {report.files.map((file) => (
        <Strangers key={file.file} file={file} />
      ))}
      {report.files.map((file) => (
        <ForgottenThere key={file.file} file={file} />
      ))}
      {counts.lost + counts.unread > 0 ? null : (
        <Type look="second">{t('contacts.lost.none')}</Type>
      )}
      {report.files
        .filter((file) => lostIn(file) > 0)
        .map((file) => (
          <Losses key={file.file} file={file} />
        ))}
      <ShownNowhere files={report.files} />
    </section>
  )
}

function sumInWords(t: Words, counts: Counts): string {
  const { created, changed, unchanged, conversations, exchanges, lost } = counts
  const parts = [
    created > 0 ? t('contacts.sum.created', { count: created }) : null,
    changed > 0 ? t('contacts.sum.changed', { count: changed }) : null,
    conversations > 0 ? t('contacts.sum.conversations', { count: conversations }) : null,
    exchanges > 0 ? t('contacts.sum.exchanges', { count: exchanges }) : null,
    unchanged > 0 ? t('contacts.sum.unchanged', { count: unchanged }) : null,
    lost > 0 ? t('contacts.sum.lost', { count: lost }) : null,
  ].filter((part) => part !== null)
  const sentence = parts.length > 0 ? parts.join(', ') : t('contacts.sum.nothing')
  return `${capitalized(sentence)}.`
}

/** Whom a calendar or a mailbox names and the notebook does not know: nobody of them comes in unasked. */
function Strangers({ file: { file, strangers } }: { file: FileReport }): ReactNode {
  const t = useWords()
  if (strangers === null || strangers.count === 0) return null
  return (
    <details className={styles.losses}>
      <summary>
        {capitalized(t('contacts.strangers.show', { count: strangers.count, file }))}
      </summary>
      <ul>
        {strangers.most.map(({ name, address, times }) => (
          <li key={address}>
            <span className={styles.line}>{t('contacts.strangers.times', { count: times })}</span>
            <span>{[name, address].filter((part) => part !== null).join(', ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Whom one forgot stays away; which records of a file were passed by for that. */
function ForgottenThere({ file }: { file: FileReport }): ReactNode {
  const t = useWords()
  const { forgotten } = file
  if (forgotten.length === 0) return null
  return (
    <details className={styles.losses}>
      <summary>
        {capitalized(t('contacts.forgotten.show', { count: forgotten.length, file: file.file }))}
      </summary>
      <ul>
        {forgotten.map(({ line, reason }) => (
          <li key={line}>
            <span className={styles.line}>{t('contacts.lost.line', { line })}</span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What no page shows stays with the person all the same, and goes out again; which fields these are. */
function ShownNowhere({ files }: { files: readonly FileReport[] }): ReactNode {
  const t = useWords()
  const kept = keptUnseen(files)
  if (kept.length === 0) return null
  return (
    <details className={styles.losses}>
      <summary>{capitalized(t('contacts.fields.show', { count: kept.length }))}</summary>
      <table className={styles.table} aria-label={t('contacts.fields.keptLabel')}>
        <thead>
          <tr>
            <th scope="col">{t('contacts.fields.field')}</th>
            <th scope="col">{t('contacts.fields.kept')}</th>
          </tr>
        </thead>
        <tbody>
          {kept.map(({ field, kept: count }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td data-label={t('contacts.fields.kept')}>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function ByField({ file: { file, byField } }: { file: FileReport }): ReactNode {
  const t = useWords()
  const fields = byField.filter(({ lost }) => lost > 0)
  if (fields.length === 0) return null
  return (
    <table className={styles.table} aria-label={t('contacts.fields.label', { file })}>
      <thead>
        <tr>
          <th scope="col">{t('contacts.fields.field')}</th>
          <th scope="col">{t('contacts.fields.lost')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, lost }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td data-label={t('contacts.fields.lost')}>{lost}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** By field first, then each with its line. */
function Losses({ file }: { file: FileReport }): ReactNode {
  const t = useWords()
  return (
    <details className={styles.losses}>
      <summary>
        {capitalized(t('contacts.lost.show', { count: lostIn(file), file: file.file }))}
      </summary>
      <ByField file={file} />
      <ul>
        {file.lost.map(({ line, what, reason }) => (
          <li key={`${line} ${what} ${reason}`}>
            <span className={styles.line}>{t('contacts.lost.line', { line })}</span>
            <span>
              <b>{what}</b> {reason}
            </span>
          </li>
        ))}
        {file.lostMore > 0 ? <li>{t('contacts.lost.more', { count: file.lostMore })}</li> : null}
      </ul>
    </details>
  )
}
