import { Link } from '@tanstack/react-router'
import { Lock, TextSelect } from 'lucide-react'
import { memo, type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { Act } from '../ui/Button.tsx'
import type { Mark } from '../ui/marks.ts'
import { familyOf } from '../ui/marks.ts'
import { useWords } from '../words/words.ts'
import { partsOf, type Place } from './parts.ts'
import type { Quotation, Turn } from './shapes.ts'
import { timeOf } from './talk-time.ts'
import styles from './Reader.module.css'

interface TurnRowProps {
  readonly turn: Turn
  readonly name: string
  /** Another voice spoke above, or none. */
  readonly begins: boolean
  readonly isChat: boolean
  readonly conversation: string
  readonly quotations: readonly Quotation[]
  /** Of all turns one is where Tab stops; arrows lead to the others. */
  readonly isStop: boolean
  /** Its words stand in a field, to be chosen by keyboard. */
  readonly isChoosing: boolean
  readonly onChoosing: (turn: number | null) => void
  readonly onChoose: (place: Place | null) => void
  readonly onOpenAgain: (turn: number) => void
  /** What may be done with words that end here. */
  readonly children: ReactNode
}

/** Of hundreds only those are drawn anew in which something is another: a selection grows at each move of the hand. */
export const TurnRow = memo(OneTurn)

/** One turn: who, when, and the words; those that stand in the note are underlined and lead there. */
function OneTurn(props: TurnRowProps): ReactNode {
  const { turn, name, begins, isChat, isChoosing, onChoosing, onChoose, onOpenAgain } = props
  const t = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const wasChoosing = useRef(false)
  useEffect(() => {
    if (wasChoosing.current && !isChoosing) button.current?.focus()
    wasChoosing.current = isChoosing
  }, [isChoosing])
  const clock = timeOf(turn)
  const label =
    clock === ''
      ? t('voices.reader.chooseNoTime', { name })
      : t('voices.reader.choose', { name, clock })
  return (
    <li
      id={`turn-${turn.number}`}
      tabIndex={-1}
      className={styles.turn}
      data-begins={begins || undefined}
    >
      <span className={styles.clock}>{clock}</span>
      <div className={styles.body}>
        {begins ? <h3 className={styles.name}>{name}</h3> : null}
        {turn.offRecord ? (
          <p className={styles.off}>
            <Lock aria-hidden /> <b>{t('voices.reader.closed')}</b> <span>{turn.text}</span>{' '}
            <Act onClick={() => onOpenAgain(turn.number)}>{t('voices.reader.openAgain')}</Act>
          </p>
        ) : isChoosing ? (
          <Picker
            turn={turn}
            label={label}
            onChoose={onChoose}
            onLeave={() => {
              onChoosing(null)
              onChoose(null)
            }}
          />
        ) : (
          <p className={styles.words} data-turn={turn.number} data-chat={isChat || undefined}>
            <Quoted {...props} />
          </p>
        )}
      </div>
      {turn.offRecord || isChoosing ? null : (
        <button
          ref={button}
          type="button"
          className={styles.choose}
          aria-label={label}
          tabIndex={props.isStop ? 0 : -1}
          data-choose={turn.number}
          onClick={() => onChoosing(turn.number)}
        >
          <TextSelect aria-hidden />
        </button>
      )}
      {props.children}
    </li>
  )
}

function Quoted({ turn, quotations, conversation }: TurnRowProps): ReactNode {
  const t = useWords()
  return partsOf(turn, quotations).map(({ text, at, quoted }) =>
    quoted === null ? (
      text
    ) : (
      <Link
        key={at}
        to="/conversations/$id/during"
        params={{ id: conversation }}
        search={{ line: quoted.line }}
        className={styles.quoted}
        data-family={isMark(quoted.mark) ? familyOf(quoted.mark) : undefined}
        aria-label={t('voices.reader.inNote', { words: text })}
      >
        {text}
      </Link>
    ),
  )
}

function isMark(mark: string | null): mark is Mark {
  return mark !== null
}

function nothing(): void {}

interface PickerProps {
  readonly turn: Turn
  readonly label: string
  readonly onChoose: (place: Place | null) => void
  readonly onLeave: () => void
}

/** The words of a turn as a field, in which every keyboard and every screen reader can select. */
function Picker({ turn, label, onChoose, onLeave }: PickerProps): ReactNode {
  const { number, text } = turn
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
    onChoose({ turn: number, start: 0, lastTurn: number, end: text.length })
  }, [onChoose, number, text])

  function choose(event: SyntheticEvent<HTMLTextAreaElement>): void {
    const { selectionStart, selectionEnd } = event.currentTarget
    const isEmpty = selectionStart === selectionEnd
    onChoose(
      isEmpty ? null : { turn: number, start: selectionStart, lastTurn: number, end: selectionEnd },
    )
  }
  return (
    <textarea
      ref={field}
      className={styles.picker}
      aria-label={label}
      // Changed by nothing; a field that is only for reading has no cursor to select with.
      aria-readonly
      inputMode="none"
      onChange={nothing}
      rows={Math.min(12, Math.max(2, Math.ceil(text.length / 60)))}
      value={text}
      onSelect={choose}
      onKeyUp={choose}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    />
  )
}
