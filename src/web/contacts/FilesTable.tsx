import type { ReactNode } from 'react'
import { capitalized, useWords } from '../words/words.ts'
import type { FileReport } from './bringing.ts'
import { columnsTold, countIn } from './report-columns.ts'
import styles from './FilesReport.module.css'

/** So many lines are read with the eyes; what is more waits until one asks for it. */
const few = 8

/** Each file that could be read with what it holds; many of them are one line first. */
export function FilesTable({ files }: { files: readonly FileReport[] }): ReactNode {
  const t = useWords()
  if (files.length === 0) return null
  if (files.length <= few) return <Table files={files} />
  return (
    <details className={styles.losses}>
      <summary>{capitalized(t('contacts.table.each', { count: files.length }))}</summary>
      <Table files={files} />
    </details>
  )
}

function Table({ files }: { files: readonly FileReport[] }): ReactNode {
  const t = useWords()
  const columns = columnsTold(files)
  return (
    <table className={styles.table} aria-label={t('contacts.table.label')}>
      <thead>
        <tr>
          <th scope="col">{t('contacts.table.file')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`contacts.table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.file}>
            <th scope="row">
              {file.file}
              {file.note === null ? null : <span className={styles.note}>{file.note}</span>}
            </th>
            {columns.map((column) => (
              <td
                key={column}
                data-label={t(`contacts.table.${column}`)}
                data-none={countIn(file, column) === 0 ? '' : undefined}
              >
                {countIn(file, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
