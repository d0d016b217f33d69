import { useEffect, useMemo, useRef, useState } from 'react'
import { mailtoLink, safeMailtoLength } from '../../craft/letters/mailto.ts'
import { answers, useAnswer } from '../shell/answers.ts'
import { carryOut, refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import type { FromNotes } from './letter-words.ts'
import type { Letter } from './types.ts'

/** Milliseconds after the last key. */
const pause = 800

interface LetterText {
  readonly subject: string
  readonly body: string
}

export interface LetterWriting extends LetterText {
  /** As the server has it, with its checks. */
  readonly letter: Letter
  /** What of it came from the notes. */
  readonly pieces: readonly FromNotes[]
  /** Why it is not kept, in a sentence. */
  readonly trouble: string | null
  readonly write: (words: Partial<LetterText>) => void
  readonly draftAgain: () => void
  readonly copyAndOpen: () => Promise<void>
  readonly markSent: () => Promise<void>
}

/** The letter while one writes in it: kept a moment after the last key, and its checks made anew. */
export function useLetter(letter: Letter, name: string): LetterWriting {
  const t = useWords()
  const { conversation } = letter
  const [own, setOwn] = useState<LetterText | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const keeper = useKeeping(conversation, {
    onKept(kept, isLatest) {
      answers.setQueryData([client.letters.draft.operation, { conversation }], kept)
      setTrouble(null)
      if (isLatest) setOwn(null)
    },
    onRefused: (error) => setTrouble(refusalInWords(error)),
  })
  // What the notes give, also where the letter is one's own by now.
  const drafted = useAnswer(client.letters.draft, { conversation, afresh: true }).data
  const pieces = useMemo(() => piecesOf(drafted ?? letter), [drafted, letter])
  const { subject, body } = own ?? letter

  function write(words: Partial<LetterText>): void {
    const next = { subject, body, ...words }
    setOwn(next)
    keeper.later(next)
  }

  async function copyAndOpen(): Promise<void> {
    await keeper.now()
    const to = letter.to.flatMap(({ mail }) => mail ?? []).join(',')
    const whole = mailtoLink(to, subject, body)
    const isLong = whole.length > safeMailtoLength
    const isCopied = await copy(body)
    location.href = isLong ? mailtoLink(to, subject, '') : whole
    const said = isLong ? 'conversations.letter.copiedLong' : 'conversations.letter.copied'
    toast(t(isCopied ? said : 'conversations.letter.notCopied'))
  }

  async function markSent(): Promise<void> {
    keeper.forget()
    const sent = await carryOut(client.letters.sent, { conversation, subject, body }, () =>
      t('conversations.letter.isSent', { name }),
    )
    if (sent) setOwn(null)
  }

  function draftAgain(): void {
    if (!drafted) return
    write({ subject: drafted.subject, body: drafted.body })
    toast(t('conversations.letter.drafted'))
  }

  return { letter, subject, body, pieces, trouble, write, draftAgain, copyAndOpen, markSent }
}

interface Told {
  readonly onKept: (letter: Letter, isLatest: boolean) => void
  readonly onRefused: (error: unknown) => void
}

/** Keeps words a moment later, or at once; leaving the page keeps what waits. */
function useKeeping(conversation: string, told: Told) {
  const waiting = useRef<LetterText | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(told)
  useEffect(() => {
    latest.current = told
  })

  async function now(): Promise<void> {
    clearTimeout(timer.current)
    const words = waiting.current
    if (words === null) return
    try {
      const kept = await client.letters.keep({ conversation, ...words })
      const isLatest = waiting.current === words
      if (isLatest) waiting.current = null
      latest.current.onKept(kept, isLatest)
    } catch (error) {
      latest.current.onRefused(error)
    }
  }

  const leave = useRef(now)
  useEffect(() => () => void leave.current(), [])

  return {
    now,
    later(words: LetterText): void {
      waiting.current = words
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void now(), pause)
    },
    forget(): void {
      clearTimeout(timer.current)
      waiting.current = null
    },
  }
}

/** A page that comes neither over HTTPS nor from this machine may not copy. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function piecesOf({ body, used }: Letter): FromNotes[] {
  return used.map(({ start, end, family }) => ({ text: body.slice(start, end), family }))
}
