import { Link } from '@tanstack/react-router'
import { Copy, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import type { LetterWriting } from './use-letter.ts'

/** The letter goes from here, by the owner's own account; or by their mail program, and they say when it went. */
export function LetterActs({ writing }: { readonly writing: LetterWriting }): ReactNode {
  const t = useWords()
  const { account } = useAnswer(client.mail.show, {}).data ?? {}
  const isKnown = writing.letter.to.some(({ mail }) => mail !== null)
  const maySend = Boolean(account) && isKnown
  return (
    <>
      {maySend ? (
        <>
          <Button
            look="filled"
            icon={<Send aria-hidden />}
            onClick={() => void writing.askToSend()}
          >
            {t('letters.send.act')}
          </Button>
          <Button aria-label={t('letters.copy')} onClick={() => void writing.copyAndOpen()}>
            {t('letters.send.copy')}
          </Button>
        </>
      ) : (
        <Button
          look="filled"
          icon={<Copy aria-hidden />}
          onClick={() => void writing.copyAndOpen()}
        >
          {t('letters.copy')}
        </Button>
      )}
      <Button onClick={() => void writing.markSent()}>{t('letters.sent')}</Button>
    </>
  )
}

/** Where letters could go from here and do not yet. */
export function SetMail(): ReactNode {
  const t = useWords()
  const { data } = useAnswer(client.mail.show, {})
  if (data?.account !== null) return null
  return (
    <Link to="/settings" search={{ part: 'mail' }}>
      {t('letters.send.setMail')}
    </Link>
  )
}
