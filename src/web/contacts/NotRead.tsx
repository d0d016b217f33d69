import type { ReactNode } from 'react'
import { asSentence } from '../shell/deeds.ts'
import { capitalized, useWords, type Words } from '../words/words.ts'
import type { FileReport } from './bringing.ts'
import styles from './FilesReport.module.css'

/** So many are said at once; a folder of pictures is one line until one asks. */
const few = 3

/** The files that could not be read, each with why and what to do. */
export function NotRead({ files }: { files: readonly FileReport[] }): ReactNode {
  const t = useWords()
  if (files.length === 0) return null
  const sentences = (
    <ul>
      {files.map((file) => (
        <li key={file.file}>{problemInWords(t, file)}</li>
      ))}
    </ul>
  )
  if (files.length <= few) return <div className={styles.problem}>{sentences}</div>
  return (
    <details className={styles.problem}>
      <summary>{capitalized(t('contacts.notRead', { count: files.length }))}</summary>
      {sentences}
    </details>
  )
}

/** Some sentences name the file themselves. */
function problemInWords(t: Words, { file, problem }: FileReport): string {
  const why = asSentence(problem ?? '')
  return why.startsWith(`${file} `) ? why : t('contacts.problem', { file, problem: why })
}
