import { useMemo, useState } from 'react'
import { safeMailtoLink } from '../../craft/letters/mailto.ts'
import { answers, useAnswer } from '../shell/answers.ts'
import { carryOut, refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useKeeping } from '../shell/use-keeping.ts'
import { copy } from '../ui/copy.ts'
import { toast } from '../ui/toast.tsx'
import { useWords, type Words } from '../words/words.ts'
import type { Letter, Template } from './letter-types.ts'
import type { FromNotes } from './letter-words.ts'
import { isOfLife } from './template-words.ts'
import { type Sending, useSending } from './use-sending.ts'

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
  /** Puts the words as they are now aside, and goes on with these, begun from this template. */
  readonly putAside: (next?: LetterText, form?: string | null) => void
  readonly copyAndOpen: () => Promise<void>
  /** What is asked about stands open: say why it goes all the same, or leave it. */
  readonly gate: 'sent' | 'send' | null
  readonly leaveGate: () => void
  readonly markSent: (anyway?: string) => Promise<void>
  /** How the server is asked for this letter. */
  readonly asked: ReturnType<typeof askedFor>
  readonly sending: Sending
  /** Shows the letter as it would go, unless something is asked about first. */
  readonly askToSend: (anyway?: string) => Promise<void>
}

/**
 * How a page asks for this letter, of several at the table for that of one; the thank-you is kept on a device under the
 * conversation alone.
 */
export function askedFor(conversation: string, template: Template, to: string | null = null) {
  const toOne = to === null ? {} : { to }
  return template === 'thanks' ? { conversation, ...toOne } : { conversation, template, ...toOne }
}

/** The letter while one writes in it: kept a moment after the last key, and its checks made anew. */
export function useLetter(
  letter: Letter,
  name: string,
  toOne: string | null = null,
): LetterWriting {
  const t = useWords()
  const { conversation, template } = letter
  const asked = askedFor(conversation, template, toOne)
  const [own, setOwn] = useState<LetterText | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [gate, setGate] = useState<LetterWriting['gate']>(null)
  const sending = useSending(letter, asked)
  const keep = (words: ToKeep) => client.letters.keep({ ...asked, ...words })
  const keeper = useKeeping(keep, {
    onKept(kept, isLatest) {
      answers.setQueryData([client.letters.draft.operation, asked], kept)
      setTrouble(null)
      if (isLatest) setOwn(null)
    },
    onRefused: (error) => setTrouble(refusalInWords(error)),
  })
  // What the notes give, also where the letter is one's own by now.
  const drafted = useAnswer(client.letters.draft, { ...asked, afresh: true }).data
  const pieces = useMemo(() => piecesOf(drafted ?? letter), [drafted, letter])
  const { subject, body } = own ?? letter

  function write(words: Partial<LetterText>): void {
    const next = { subject, body, ...words }
    setOwn(next)
    setGate(null)
    keeper.later(next)
  }

  async function copyAndOpen(): Promise<void> {
    await keeper.now()
    const to = letter.to.flatMap(({ mail }) => mail ?? []).join(',')
    const { href, isLong } = safeMailtoLink(to, subject, body)
    const isCopied = await copy(body)
    location.href = href
    const said = isLong ? 'letters.copiedLong' : 'letters.copied'
    toast(t(isCopied ? said : 'letters.notCopied'))
  }

  async function markSent(anyway?: string): Promise<void> {
    const kept = (await keeper.now()) ?? letter
    if (anyway === undefined && isAsked(kept)) return setGate('sent')
    keeper.forget()
    const input = { ...asked, subject, body, ...(anyway === undefined ? {} : { anyway }) }
    const sent = await carryOut(client.letters.sent, input, () => sentInWords(t, template, name))
    if (!sent) return
    setGate(null)
    setOwn(null)
  }

  async function askToSend(anyway?: string): Promise<void> {
    const kept = (await keeper.now()) ?? letter
    if (anyway === undefined && isAsked(kept)) return setGate('send')
    setGate(null)
    sending.show(anyway)
  }

  function draftAgain(): void {
    if (!drafted) return
    write({ subject: drafted.subject, body: drafted.body })
    toast(t('letters.drafted'))
  }

  function putAside(next?: LetterText, form?: string | null): void {
    void keeper.atOnce({ subject, body, aside: true })
    if (!next) return
    setOwn(next)
    void keeper.atOnce({ ...next, ...(form === undefined ? {} : { form }) })
  }

  return {
    letter,
    subject,
    body,
    pieces,
    trouble,
    write,
    draftAgain,
    putAside,
    copyAndOpen,
    gate,
    leaveGate: () => setGate(null),
    markSent,
    asked,
    sending,
    askToSend,
  }
}

/** Something stands open that wants a word of the owner's. */
function isAsked({ checks }: Letter): boolean {
  return checks.some((check) => check.asked && !check.ok)
}

function sentInWords(t: Words, template: Template, name: string): string {
  return isOfLife(template) ? t(`letters.isSent.${template}`, { name }) : t('letters.isSent.other')
}

interface ToKeep extends LetterText {
  readonly aside?: boolean
  readonly form?: string | null
}

function piecesOf({ body, used }: Letter): FromNotes[] {
  return used.map(({ start, end, family }) => ({ text: body.slice(start, end), family }))
}
