import { Check, Minus } from 'lucide-react'
import { type ReactNode, type Ref, useRef } from 'react'
import { gapsIn } from '../../craft/letters/slots.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { byInWords } from '../words/why.ts'
import { useWords } from '../words/words.ts'
import { Gate } from './Gate.tsx'
import { GoingPlate } from './GoingPlate.tsx'
import { checkInWords } from './letter-checks.ts'
import { stretchesOf } from './letter-words.ts'
import { SetMail } from './LetterActs.tsx'
import { firstNameOf, namesInWords } from './names.ts'
import { SendDialog } from './SendDialog.tsx'
import type { Conversation } from './types.ts'
import type { LetterWriting } from './use-letter.ts'
import { isUnderWay } from './use-sending.ts'
import { nearDayOf } from './when-words.ts'
import styles from './Letter.module.css'

interface LetterCardProps {
  readonly writing: LetterWriting
  readonly conversation: Conversation
  readonly wall: Wall
  /** The buttons below; on the phone they stand in the dock. */
  readonly acts: ReactNode
}

/** The letter as one would write it on paper: its words from the notes underlined, and what it has below. */
export function LetterCard({ writing, conversation, wall, acts }: LetterCardProps): ReactNode {
  const t = useWords()
  const area = useRef<HTMLTextAreaElement>(null)
  const { letter, subject, trouble, write } = writing
  const isSent = letter.sentOn !== null
  const isGoing = isUnderWay(letter)
  // As it went, or as it goes: nobody writes on it.
  const isClosed = isSent || isGoing
  const names = namesInWords(
    letter.to.map(({ name }) => ({ name: firstNameOf(name) })),
    wall,
  )
  const noMail = letter.to.filter(({ mail }) => mail === null)
  return (
    <Card className={styles.letter} aria-label={t('letters.body')}>
      <header className={styles.to}>
        <Type look="name" as="h2">
          {t('letters.to', { name: names })}
        </Type>
        <input
          className={styles.subject}
          aria-label={t('letters.subject')}
          placeholder={t('letters.subject')}
          value={subject}
          readOnly={isClosed}
          maxLength={400}
          onChange={(event) => write({ subject: event.currentTarget.value })}
        />
        <span className={styles.when}>
          <When letter={letter} conversation={conversation} wall={wall} />
        </span>
      </header>
      <LetterBody ref={area} writing={writing} isClosed={isClosed} />
      <ul className={styles.checks} aria-label={t('letters.checks.title')}>
        {letter.checks.toSorted(failedFirst).map((check) => (
          <li key={check.code} data-ok={check.ok ? '' : undefined}>
            {check.ok ? <Check aria-hidden /> : <Minus aria-hidden />}
            <span>{checkInWords(t, check)}</span>
          </li>
        ))}
      </ul>
      {trouble === null ? null : (
        <p role="status" className={styles.trouble}>
          {t('letters.notKept', { why: trouble })}
        </p>
      )}
      {!isSent && noMail.length > 0 ? (
        <p className={styles.noMail}>{t('letters.noMail', { name: namesInWords(noMail, wall) })}</p>
      ) : null}
      {writing.gate ? <Gate writing={writing} /> : null}
      <GoingPlate writing={writing} wall={wall} />
      {writing.sending.isShown ? <SendDialog writing={writing} /> : null}
      <div className={styles.foot}>
        <div className={styles.acts}>{isGoing ? null : acts}</div>
        {isClosed ? null : <OwnWords writing={writing} onCleared={() => area.current?.focus()} />}
      </div>
      {isClosed ? null : (
        <p className={styles.setMail}>
          <SetMail />
        </p>
      )}
    </Card>
  )
}

/** What one may look at again comes first, each in a line of its own. */
function failedFirst(one: { readonly ok: boolean }, other: { readonly ok: boolean }): number {
  return Number(one.ok) - Number(other.ok)
}

type WhenProps = Pick<LetterCardProps, 'conversation' | 'wall'> & Pick<LetterWriting, 'letter'>

function When({ letter, conversation, wall }: WhenProps): ReactNode {
  const t = useWords()
  const { next } = conversation
  if (letter.sentOn !== null) {
    return t('letters.sentOn', { day: nearDayOf(t, letter.sentOn, wall) })
  }
  const by =
    letter.template === 'thanks' && next?.what === 'thank' ? byInWords(t, next.by, wall) : null
  return by === null ? null : t('letters.sendBy', { by })
}

interface LetterBodyProps {
  readonly ref: Ref<HTMLTextAreaElement>
  readonly writing: LetterWriting
  readonly isClosed: boolean
}

/** Paper to write on, with the underlines of another sheet below it. */
function LetterBody({ ref, writing, isClosed }: LetterBodyProps): ReactNode {
  const t = useWords()
  const { body, pieces, write } = writing
  const gaps = gapsIn(body).map((gap) => ({ text: `{${gap}}`, family: 'gap' as const }))
  return (
    <div className={styles.paper}>
      <div className={styles.under} aria-hidden>
        {stretchesOf(body, [...pieces, ...gaps]).map(({ from, text, family }) =>
          family === null ? (
            text
          ) : (
            <mark key={from} data-family={family}>
              {text}
            </mark>
          ),
        )}
        {'\n'}
      </div>
      <textarea
        ref={ref}
        className={styles.body}
        aria-label={t('letters.body')}
        value={body}
        readOnly={isClosed}
        maxLength={20_000}
        onChange={(event) => write({ body: event.currentTarget.value })}
        onClick={(event) => selectGap(event.currentTarget)}
      />
    </div>
  )
}

/** A press into a gap marks all of it, so that the next word stands in its place. */
function selectGap(area: HTMLTextAreaElement): void {
  const { value, selectionStart: at, selectionEnd } = area
  if (area.readOnly || at !== selectionEnd) return
  const from = value.lastIndexOf('{', at - 1)
  const to = value.indexOf('}', Math.max(at, from))
  if (from === -1 || to === -1) return
  const words = value.slice(from, to + 1)
  if (gapsIn(words).length === 1 && words.length === (gapsIn(words)[0]?.length ?? 0) + 2) {
    area.setSelectionRange(from, to + 1)
  }
}

interface OwnWordsProps {
  readonly writing: LetterWriting
  readonly onCleared: () => void
}

/** An empty sheet; and the way back to what the notes give. */
function OwnWords({ writing, onCleared }: OwnWordsProps): ReactNode {
  const t = useWords()
  const { letter, body, write, draftAgain } = writing
  return (
    <>
      {body === '' ? null : (
        <Button look="quiet" onClick={() => (write({ body: '' }), onCleared())}>
          {t('letters.own')}
        </Button>
      )}
      {letter.own ? (
        <Button look="quiet" onClick={draftAgain}>
          {t('letters.again')}
        </Button>
      ) : null}
    </>
  )
}
