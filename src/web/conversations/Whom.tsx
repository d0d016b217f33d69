import { type ReactNode, useEffect, useRef } from 'react'
import { Segmented } from '../ui/Segmented.tsx'
import { useWords, type Words } from '../words/words.ts'
import type { Letter } from './letter-types.ts'

/** One of those at the table, or all of them in one letter. */
export type LetterTo = 'all' | (string & {})

/** Whoever is not thanked yet comes first; a letter that was begun for all is gone on with. */
export function toWhomFirst(letter: Letter): LetterTo {
  if (letter.own || letter.sentOn) return 'all'
  const each = thoseOf(letter)
  return (each.find((one) => one.sentOn === null && !one.letGoOn) ?? each[0])?.id ?? 'all'
}

/** The one who is asked for, where they sit at the table and the letter to all did not go. */
export function oneOf(letter: Letter, wanted: string | undefined): LetterTo | null {
  if (letter.sentOn) return null
  return thoseOf(letter).find(({ id }) => id === wanted)?.id ?? null
}

/** A copy from before knows of nobody. */
function thoseOf({ each }: Partial<Letter>): Letter['each'] {
  return each ?? []
}

function inWords(t: Words, { name, sentOn, letGoOn }: Letter['each'][number]): string {
  if (sentOn !== null) return t('letters.each.thanked', { name })
  return letGoOn ? t('letters.each.letGo', { name }) : name
}

interface WhomProps {
  /** The one to all. */
  readonly letter: Letter
  readonly value: LetterTo
  /** Chosen by hand: the keyboard stays on the choice when the sheet changes. */
  readonly isTurned: boolean
  readonly onChange: (to: LetterTo) => void
}

/** Whose letter lies on the desk, and who has been thanked; nothing where one spoke with one. */
export function Whom({ letter, value, isTurned, onChange }: WhomProps): ReactNode {
  const t = useWords()
  const set = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isTurned) set.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [isTurned])
  const each = thoseOf(letter)
  if (each.length < 2 || letter.sentOn) return null
  const toEach = each.map((one) => ({
    value: one.id,
    words: inWords(t, one),
  }))
  return (
    <div ref={set}>
      <Segmented<LetterTo>
        question={t('letters.each.question')}
        answers={[...toEach, { value: 'all', words: t('letters.each.all') }]}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
