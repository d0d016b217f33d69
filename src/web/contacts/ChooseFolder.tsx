import { type ReactNode, useRef } from 'react'
import { Act } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'

/** All that lies in a folder, for who does not drop it. */
export function ChooseFolder({
  onFiles,
}: {
  onFiles: (files: readonly File[]) => void
}): ReactNode {
  const t = useWords()
  const input = useRef<HTMLInputElement | null>(null)
  return (
    <>
      <Act onClick={() => input.current?.click()}>{t('contacts.drop.folder')}</Act>
      <input
        ref={(element) => {
          input.current = element
          // React knows no such attribute; every browser on a desk does.
          element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        multiple
        hidden
        aria-label={t('contacts.drop.folder')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          if (files.length > 0) onFiles(files.filter(({ name }) => !name.startsWith('.')))
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
