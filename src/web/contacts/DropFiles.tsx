import { FileDown } from 'lucide-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { sayRefused } from '../shell/deeds.ts'
import { Act } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { type Dropped, entriesDropped, filesDropped } from './dropped-files.ts'
import styles from './DropFiles.module.css'

interface DropFilesProps {
  readonly onFiles: (files: readonly File[]) => void
}

/** A place for contacts files: they are dropped here, or chosen. */
export function DropFiles({ onFiles }: DropFilesProps): ReactNode {
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)

  function take(list: FileList | null): void {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(files)
  }
  async function takeAll(entries: Dropped): Promise<void> {
    try {
      const files = await filesDropped(entries)
      if (files.length > 0) onFiles(files)
    } catch (error) {
      sayRefused(error)
    }
  }
  function onDrop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const entries = entriesDropped(event.dataTransfer)
    if (entries.length === 0) take(event.dataTransfer.files)
    else void takeAll(entries)
  }
  function onDragOver(event: DragEvent): void {
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }

  return (
    <div
      className={styles.drop}
      data-over={over ? '' : undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <FileDown aria-hidden />
      <div>
        <Type look="h2" className={styles.title}>
          {t('contacts.drop.title')}
        </Type>
        <Type look="second" className={styles.words}>
          {t('contacts.drop.words')}{' '}
          <Act onClick={() => input.current?.click()}>{t('contacts.drop.choose')}</Act>
        </Type>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('contacts.drop.choose')}
          onChange={(event) => {
            take(event.currentTarget.files)
            // The same file may be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </div>
    </div>
  )
}
