import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Progress } from '../shell/jobs.ts'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { Chosen } from './bringing.ts'
import { fileInWords } from './file-words.ts'
import { sizeInWords, statesOf } from './files-under-way.ts'
import styles from './FileLines.module.css'

interface FileLinesProps {
  readonly chosen: Chosen
  readonly progress: Progress | null
}

/** How many lines are shown; a folder of thousands is a number. */
const most = 40

/** The files one chose, each with what it is and how far it is. */
export function FileLines({ chosen, progress }: FileLinesProps): ReactNode {
  const t = useWords()
  const { files, looked } = chosen
  const states = statesOf(files, progress)
  const whatIs = new Map(looked.map((one) => [one.file, one]))
  return (
    <ul className={styles.lines} aria-label={t('contacts.files.label')}>
      {files.slice(0, most).map((file, at) => {
        const what = whatIs.get(file.name)
        const state = states[at] ?? 'waiting'
        return (
          <li
            key={`${file.webkitRelativePath} ${file.name} ${file.size} ${file.lastModified}`}
            className={styles.line}
            data-state={state}
          >
            <span className={styles.file}>
              <span className={styles.name}>{file.name}</span>
              <Type look="quiet" figures>
                {[what ? fileInWords(t, what) : null, sizeInWords(file.size)]
                  .filter((part) => part !== null)
                  .join(', ')}
              </Type>
            </span>
            <span className={styles.state}>
              {state === 'read' ? <Check aria-hidden /> : null}
              {t(`contacts.files.${state}`)}
            </span>
          </li>
        )
      })}
      {files.length > most ? (
        <li className={styles.line}>{t('contacts.files.more', { count: files.length - most })}</li>
      ) : null}
    </ul>
  )
}
