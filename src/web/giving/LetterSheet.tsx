import { Check, Copy, Minus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { safeMailtoLink } from '../../craft/letters/mailto.ts'
import { checkInWords } from '../conversations/letter-checks.ts'
import { namesInWords } from '../conversations/names.ts'
import { answers, useAnswer } from '../shell/answers.ts'
import { carryOut, refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useKeeping } from '../shell/use-keeping.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { copy } from '../ui/copy.ts'
import { TextField } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import type { Introduction, Letter, OfLetters } from './types.ts'
import letterStyles from '../conversations/Letter.module.css'
import styles from './Giving.module.css'

interface SheetProps {
  readonly introduction: Introduction
  readonly which: Pick<OfLetters, 'template' | 'side'>
}

/** One letter of an introduction; the owner writes, and the owner sends. */
export function LetterSheet({ introduction, which }: SheetProps): ReactNode {
  const { template, side } = which
  const asked = { id: introduction.id, template, ...(side === null ? {} : { side }) } as Asked
  const answer = useAnswer(client.introductions.letter, asked)
  // The page it lies on has more to say than this letter.
  if (answer.error && !answer.data) {
    return <Type look="second">{refusalInWords(answer.error)}</Type>
  }
  return answer.data ? <Written letter={answer.data} asked={asked} /> : <Waiting />
}

type LetterText = Pick<Letter, 'subject' | 'body'>
type Asked = Parameters<typeof client.introductions.keep>[0]

function Written({ letter, asked }: { letter: Letter; asked: Asked }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [own, setOwn] = useState<LetterText | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [why, setWhy] = useState<string | null>(null)
  const { subject, body } = own ?? letter
  const isSent = letter.sentOn !== null
  const to = letter.to.map(({ name }) => name)
  const open = letter.checks.filter(({ ok, asked: isAsked }) => isAsked && !ok)

  const keep = (words: LetterText) => client.introductions.keep({ ...asked, ...words })
  const keeper = useKeeping(keep, {
    onKept(kept, isLatest) {
      answers.setQueryData([client.introductions.letter.operation, asked], kept)
      setTrouble(null)
      if (isLatest) setOwn(null)
    },
    onRefused: (error) => setTrouble(refusalInWords(error)),
  })

  function write(words: Partial<LetterText>): void {
    const next = { subject, body, ...words }
    setOwn(next)
    keeper.later(next)
  }

  async function copyAndOpen(): Promise<void> {
    const kept = (await keeper.now()) ?? letter
    const isCopied = await copy(body)
    if (kept.to.length === 0) {
      return toast(t(isCopied ? 'giving.letters.copied' : 'letters.notCopied'))
    }
    const { href, isLong } = safeMailtoLink(addresses(kept.to), subject, body, addresses(kept.bcc))
    location.href = href
    const said = isLong ? 'letters.copiedLong' : 'letters.copied'
    toast(t(isCopied ? said : 'letters.notCopied'))
  }

  async function markSent(): Promise<void> {
    const kept = (await keeper.now()) ?? letter
    const isAsked = kept.checks.some(({ ok, asked: one }) => one && !ok)
    if (isAsked && (why ?? '').trim().length < 3) return setWhy(why ?? '')
    const input = { ...asked, subject, body, ...(isAsked ? { anyway: (why ?? '').trim() } : {}) }
    keeper.forget()
    const sent = await carryOut(client.introductions.sent, input, () => t('letters.isSent.other'))
    if (sent) setOwn(null)
  }

  return (
    <Card className={letterStyles.letter} aria-label={t('letters.body')}>
      <header className={letterStyles.to}>
        <Type look="name" as="h2">
          {to.length === 0
            ? t('giving.letters.toPassOn')
            : t('letters.to', {
                name: namesInWords(
                  to.map((name) => ({ name })),
                  wall,
                ),
              })}
        </Type>
        <input
          className={letterStyles.subject}
          aria-label={t('letters.subject')}
          value={subject}
          readOnly={isSent}
          maxLength={400}
          onChange={({ currentTarget: { value } }) => write({ subject: value })}
          onBlur={() => void keeper.now()}
        />
      </header>
      {letter.bcc.length === 0 ? null : (
        <Type look="quiet">
          {t('giving.letters.bcc', { name: letter.bcc.map(({ name }) => name).join(', ') })}
        </Type>
      )}
      <textarea
        className={styles.paper}
        aria-label={t('letters.body')}
        value={body}
        readOnly={isSent}
        maxLength={20_000}
        rows={12}
        onChange={({ currentTarget: { value } }) => write({ body: value })}
        onBlur={() => void keeper.now()}
      />
      {trouble === null ? null : (
        <p role="status" className={styles.trouble}>
          {t('letters.notKept', { why: trouble })}
        </p>
      )}
      <ul className={letterStyles.checks} aria-label={t('letters.checks.title')}>
        {letter.checks.map((check) => (
          <li key={check.code} data-ok={check.ok ? '' : undefined}>
            {check.ok ? <Check aria-hidden /> : <Minus aria-hidden />}
            <span>{checkInWords(t, check)}</span>
          </li>
        ))}
      </ul>
      {why === null || open.length === 0 ? null : (
        <TextField
          label={t('letters.anyway.label')}
          hint={t('letters.anyway.hint')}
          value={why}
          maxLength={500}
          autoFocus
          onChange={setWhy}
        />
      )}
      {isSent ? null : (
        <div className={styles.acts}>
          <Button look="filled" icon={<Copy aria-hidden />} onClick={() => void copyAndOpen()}>
            {to.length === 0 ? t('giving.letters.copy') : t('letters.copy')}
          </Button>
          <Button onClick={() => void markSent()}>{t('letters.sent')}</Button>
        </div>
      )}
    </Card>
  )
}

function addresses(people: Letter['to']): string {
  return people.flatMap(({ mail }) => mail ?? []).join(',')
}
