import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import type { LetterWriting } from './use-letter.ts'

/** The letter goes by the owner's own mail program, and the owner says when it went. */
export function LetterActs({ writing }: { readonly writing: LetterWriting }): ReactNode {
  const t = useWords()
  return (
    <>
      <Button look="filled" icon={<Copy aria-hidden />} onClick={() => void writing.copyAndOpen()}>
        {t('letters.copy')}
      </Button>
      <Button onClick={() => void writing.markSent()}>{t('letters.sent')}</Button>
    </>
  )
}
