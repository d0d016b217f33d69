import type { z } from 'zod'
import { type Proposal, proposalIn } from '../../craft/letters/answers.ts'
import { bounceInWords } from '../../craft/letters/bounce-words.ts'
import { type Incoming, readIncoming } from '../../formats/mail/incoming.ts'
import type { ConversationId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { readReply } from '../appointments/replies.operations.ts'
import { needLife, nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { stateOf } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import type { Letter } from '../letters/letter.ts'
import { drawn } from '../letters/letters.operations.ts'
import { onDesk } from '../letters/on-desk.operations.ts'
import { shownPeople } from '../people/groups.store.ts'
import { type Channel, nameOf } from '../people/person.ts'
import { mailKeysOf } from '../people/reach-keys.ts'
import type { answersContract } from './answers.contract.ts'
import { putBack } from './came-back.operations.ts'
import { letterAnswered } from './which-letter.operations.ts'

type Told = z.input<typeof answersContract.answer.output>

/** Characters of an answer that are shown. */
const shownWords = 1500
/** Characters of a calendar that answers: it holds one time. */
const longestCalendar = 1_000_000

export const answersHandlers: Handlers<typeof answersContract> = {
  async answer({ text, conversation = null }, ctx) {
    return toldOf(ctx, await readIncoming(text), conversation)
  },

  async bounced({ reason, letter, ...which }, ctx) {
    const { toOne: to } = await putBack(ctx, { ...which, letter }, reason || bounceInWords(null))
    return drawn(ctx, await onDesk(ctx, { ...which, to }, { afresh: false, form: null }))
  },
}

/** What a message seems to be, and which letter it goes back to; nothing is changed. */
export async function toldOf(
  ctx: Reading,
  incoming: Incoming,
  conversation: ConversationId | null,
): Promise<Told> {
  const letter = await letterAnswered(ctx, incoming, conversation)
  const name = letter ? await nameOfWhom(ctx, letter, incoming) : (incoming.from?.name ?? '')
  const about = letter?.conversation ?? conversation
  const mayBe = await possibleReplies(ctx, about, incoming)
  const proposal = proposalIn(incoming.words)
  const reason = incoming.bounce && bounceInWords(incoming.bounce.status)
  const says = sentenceFor(incoming, { name, proposal, reason })
  return {
    kind: kindOf(incoming),
    says: letter ? says : `${says} ${unknownLetter}`,
    ...headOf(incoming),
    letter: letter && shownLetter(letter, name),
    proposes: mayBe.find((step) => step === `replied-${proposal}`) ?? null,
    mayBe,
    reason,
    server: incoming.bounce?.says || null,
    appointment: await calendarAnswer(ctx, incoming, about),
  }
}

/** Of a calendar in it only what answers the time of the same conversation: anybody can write any name into one. */
async function calendarAnswer(
  ctx: Reading,
  { calendar }: Incoming,
  conversation: ConversationId | null,
): Promise<Told['appointment']> {
  if (calendar === null || calendar.length > longestCalendar) return null
  try {
    const reply = await readReply(ctx, calendar)
    return reply.conversation === conversation ? reply : null
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

function headOf({ from, sent, words }: Incoming): Pick<Told, 'from' | 'at' | 'words'> {
  const party = from && { name: from.name ?? '', address: from.address }
  return { from: party, at: sent, words: words.slice(0, shownWords) }
}

function shownLetter(letter: Letter, to: string): Told['letter'] {
  const { id, conversation, template, subject } = letter
  return { id, conversation, template, subject, to }
}

function kindOf({ kind, bounce }: Incoming): Told['kind'] {
  return bounce && !bounce.isFinal ? 'late' : kind
}

const unknownLetter = 'It goes back to no letter that is known to have gone.'

interface Known {
  readonly name: string
  readonly proposal: Proposal | null
  readonly reason: string | null
}

function sentenceFor(incoming: Incoming, { name, proposal, reason }: Known): string {
  const kind = kindOf(incoming)
  const why = reason ?? ''
  if (kind === 'vacation') return `A note of absence of ${name || 'theirs'}: it is no answer.`
  if (kind === 'automatic') return 'A machine wrote this: it is no answer.'
  if (kind === 'late') return `It has not arrived yet, and is still tried. ${why}`
  if (kind === 'bounce') return `It did not arrive. ${why}`
  const who = name || 'They'
  return proposal === null
    ? `${who} answered. What it comes to, you say.`
    : `${who} answered; it reads like a ${proposal}.`
}

/** Of several it went to, whoever has the address; where none has, what the message says of itself. */
async function nameOfWhom(
  ctx: Reading,
  { sentTo = [] }: Letter,
  { from, bounce }: Incoming,
): Promise<string> {
  const people = [...(await shownPeople(ctx.db, ctx.owner, sentTo)).values()]
  const address = bounce ? bounce.recipient : from?.address
  const keys = address ? mailKeysOf(address) : []
  const isTheirs = ({ kind, value }: Channel) =>
    kind === 'mail' && mailKeysOf(value).some((key) => keys.includes(key))
  const alone = people.length === 1 ? people[0] : undefined
  const whose = people.find(({ channels }) => channels.some(isTheirs)) ?? alone
  if (whose) return nameOf(whose)
  return bounce ? '' : (from?.name ?? '')
}

const replies = ['replied-yes', 'replied-no', 'replied-later'] as const

async function possibleReplies(
  ctx: Reading,
  conversation: ConversationId | null,
  { kind }: Incoming,
): Promise<Told['mayBe']> {
  if (kind !== 'answer' || conversation === null) return []
  const life = await needLife(ctx, conversation)
  const possible = maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx)))
  return replies.filter((one) => possible.includes(one))
}
